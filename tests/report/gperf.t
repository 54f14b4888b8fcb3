# A program of C++ as gperftools saw it: addresses only.
$ pprowl -symbolize=none -top gperf/cpu.prof
|File: gperf
|Type: cpu
|Showing nodes accounting for 1770ms, 100% of 1770ms total
|      flat  flat%   sum%        cum   cum%
|    1430ms 80.79% 80.79%     1770ms   100%  [gperf]
|     340ms 19.21%   100%     1770ms   100%  [libc.so.6]

# By address.
$ pprowl -symbolize=none -top -addresses gperf/cpu.prof | head -n 16
|File: gperf
|Type: cpu
|Showing nodes accounting for 1.77s, 100% of 1.77s total
|      flat  flat%   sum%        cum   cum%
|     0.24s 13.56% 13.56%      0.24s 13.56%  00000000004021bb [gperf]
|     0.22s 12.43% 25.99%      0.22s 12.43%  0000000000401655 [gperf]
|     0.15s  8.47% 34.46%      0.15s  8.47%  0000000000401630 [gperf]
|     0.13s  7.34% 41.81%      0.13s  7.34%  00000000004021c5 [gperf]
|     0.09s  5.08% 46.89%      0.09s  5.08%  0000000000401612 [gperf]
|     0.07s  3.95% 50.85%      0.07s  3.95%  000000000040166b [gperf]
|     0.06s  3.39% 54.24%      0.06s  3.39%  000000000040166a [gperf]
|     0.05s  2.82% 57.06%      0.05s  2.82%  000000000040161b [gperf]
|     0.05s  2.82% 59.89%      0.05s  2.82%  00000000004021d0 [gperf]
|     0.05s  2.82% 62.71%      0.05s  2.82%  00007fd71525dbf4 [libc.so.6]
|     0.04s  2.26% 64.97%      0.04s  2.26%  0000000000401610 [gperf]
|     0.04s  2.26% 67.23%      0.04s  2.26%  0000000000401620 [gperf]

# Recursion, called from a library.
$ pprowl -symbolize=none -traces -addresses gperf/cpu.prof | head -n 24
|File: gperf
|Type: cpu
|-----------+-------------------------------------------------------
|      10ms   0000000000401655 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             0000000000401654 [gperf]
|             00000000004017c0 [gperf]
|             0000000000401477 [gperf]
|             00007fd715245249 [libc.so.6]
|             00007fd715245304 [libc.so.6]
|             0000000000401540 [gperf]
|-----------+-------------------------------------------------------

# What is known of it.
$ pprowl -symbolize=none -raw gperf/cpu.prof | sed -n '1,8p; /^Mappings/,$p'
|PeriodType: cpu nanoseconds
|Period: 10000000
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 1 2 2 2 2 2 2 2 2 2 2 2 2 2 2 3 4 5 6 7 
|          1   10000000: 8 2 2 2 2 2 2 2 2 2 2 2 2 2 2 3 4 5 6 7 
|          1   10000000: 9 2 2 2 2 2 2 2 3 4 5 6 7 
|          1   10000000: 8 2 2 2 2 2 2 2 3 4 5 6 7 
|Mappings
|1: 0x400000/0x403000/0x0 /tmp/pprowl-fixtures/gperf  
|2: 0x7fd714fd5000/0x7fd714ff2000/0x4000 /usr/lib/x86_64-linux-gnu/liblzma.so.5.4.1  
|3: 0x7fd715099000/0x7fd71519a000/0x99000 /usr/lib/x86_64-linux-gnu/libstdc++.so.6.0.30  
|4: 0x7fd715244000/0x7fd71539a000/0x26000 /usr/lib/x86_64-linux-gnu/libc.so.6  
|5: 0x7fd715415000/0x7fd71543b000/0x15000 /usr/lib/x86_64-linux-gnu/libtcmalloc.so.4.5.10  
|6: 0x7fd71563b000/0x7fd7156af000/0x10000 /usr/lib/x86_64-linux-gnu/libm.so.6  
|7: 0x7fd71570c000/0x7fd71570d000/0x1000 /usr/lib/x86_64-linux-gnu/libpthread.so.0  
|8: 0x7fd715713000/0x7fd71571d000/0x3000 /usr/lib/x86_64-linux-gnu/libunwind.so.8.0.1  
|9: 0x7fd715731000/0x7fd715748000/0x3000 /usr/lib/x86_64-linux-gnu/libgcc_s.so.1  
|10: 0x7fd715753000/0x7fd71575a000/0x5000 /usr/lib/x86_64-linux-gnu/libprofiler.so.0.5.5  
|11: 0x7fd715777000/0x7fd715779000/0x0 [vdso]  
|12: 0x7fd71577a000/0x7fd7157a0000/0x1000 /usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2  
|13: 0xffffffffff600000/0xffffffffff601000/0x0 [vsyscall]  

# Words of 32 bits, the most significant byte first; frames of the handler.
$ pprowl -symbolize=none -raw gperf/cpu32.prof
|PeriodType: cpu nanoseconds
|Period: 10000000
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 1 3 4 
|          2   20000000: 5 6 4 
|          3   30000000: 7 8 4 
|          4   40000000: 9 3 4 
|          5   50000000: 10 3 4 
|          6   60000000: 1 8 4 
|          7   70000000: 5 3 4 
|          1   10000000: 7 6 4 
|          2   20000000: 9 3 4 
|          3   30000000: 10 3 4 
|          4   40000000: 1 6 4 
|          5   50000000: 5 8 4 
|          6   60000000: 7 3 4 
|          7   70000000: 9 6 4 
|          1   10000000: 10 8 4 
|          2   20000000: 1 3 4 
|          3   30000000: 5 3 4 
|          4   40000000: 7 8 4 
|          5   50000000: 9 3 4 
|          6   60000000: 10 6 4 
|          7   70000000: 1 3 4 
|          1   10000000: 5 3 4 
|          2   20000000: 7 6 4 
|          3   30000000: 9 8 4 
|          4   40000000: 10 3 4 
|          5   50000000: 1 6 4 
|          6   60000000: 5 8 4 
|          7   70000000: 7 3 4 
|          1   10000000: 9 3 4 
|          2   20000000: 10 8 4 
|          3   30000000: 1 3 4 
|          4   40000000: 5 6 4 
|          5   50000000: 7 3 4 
|          6   60000000: 9 3 4 
|          7   70000000: 10 6 4 
|          1   10000000: 1 8 4 
|          2   20000000: 5 3 4 
|          3   30000000: 7 6 4 
|          4   40000000: 9 8 4 
|          5   50000000: 10 3 4 
|          1   10000000: 15 
|Locations
|     1: 0x10001000 M=1 
|     2: 0x10000fff M=1 
|     3: 0x20000100 M=2 
|     4: 0x100001ff M=1 
|     5: 0x10001040 M=1 
|     6: 0x20000150 M=2 
|     7: 0x10001080 M=1 
|     8: 0x200001a0 M=2 
|     9: 0x100010c0 M=1 
|    10: 0x10001100 M=1 
|    11: 0x100010ff M=1 
|    12: 0x100010bf M=1 
|    13: 0x1000107f M=1 
|    14: 0x1000103f M=1 
|    15: 0x20041000 M=2 
|Mappings
|1: 0x10000000/0x10020000/0x0 /opt/shop/bin/shop  
|2: 0x20000000/0x20050000/0x0 /opt/shop/lib/libstore.so.2  
|3: 0x7ffff000/0x80000000/0x0 [vdso]  

# The same stacks.
$ pprowl -symbolize=none -traces -addresses gperf/cpu32.prof | head -n 20
|File: shop
|Type: cpu
|-----------+-------------------------------------------------------
|      10ms   0000000010001000 [shop]
|             0000000020000100 [libstore.so.2]
|             00000000100001ff [shop]
|-----------+-------------------------------------------------------
|      20ms   0000000010001040 [shop]
|             0000000020000150 [libstore.so.2]
|             00000000100001ff [shop]
|-----------+-------------------------------------------------------
|      30ms   0000000010001080 [shop]
|             00000000200001a0 [libstore.so.2]
|             00000000100001ff [shop]
|-----------+-------------------------------------------------------
|      40ms   00000000100010c0 [shop]
|             0000000020000100 [libstore.so.2]
|             00000000100001ff [shop]
|-----------+-------------------------------------------------------
|      50ms   0000000010001100 [shop]

# Java's processor time.
$ pprowl -top gperf/java_cpu.prof
|Type: cpu
|Showing nodes accounting for 550ms, 100% of 550ms total
|      flat  flat%   sum%        cum   cum%
|     310ms 56.36% 56.36%      380ms 69.09%  shop.Store.get
|     120ms 21.82% 78.18%      120ms 21.82%  memcpy
|      70ms 12.73% 90.91%       70ms 12.73%  STUB
|      30ms  5.45% 96.36%       30ms  5.45%  GC
|      20ms  3.64%   100%       20ms  3.64%  <unknown>
|         0     0%   100%      520ms 94.55%  java.lang.Thread.run
|         0     0%   100%      500ms 90.91%  shop.Main.run
|         0     0%   100%      120ms 21.82%  shop.Store.put

# Its places.
$ pprowl -raw gperf/java_cpu.prof
|PeriodType: cpu nanoseconds
|Period: 10000000
|Samples:
|samples/count cpu/nanoseconds
|         31  310000000: 1 2 3 
|         12  120000000: 4 5 2 3 
|          7   70000000: 6 7 2 3 
|          3   30000000: 8 
|          2   20000000: 9 3 
|Locations
|     1: 0x0 shop.Store.get Store.java:42:0 s=0
|     2: 0x0 shop.Main.run Main.java:0:0 s=0
|     3: 0x0 java.lang.Thread.run Thread.java:840:0 s=0
|     4: 0x0 memcpy libc.so.6:0:0 s=0
|     5: 0x0 shop.Store.put Store.java:57:0 s=0
|     6: 0x0 STUB :0:0 s=0
|     7: 0x0 shop.Store.get Store.java:48:0 s=0
|     8: 0x0 GC :0:0 s=0
|     9: 0x0 M=1 
|Mappings
|1: 0x0/0xffffffffffffffff/0x0   

# Lines of it.
$ pprowl -traces -lines gperf/java_cpu.prof
|Type: cpu
|-----------+-------------------------------------------------------
|     310ms   shop.Store.get Store.java:42
|             shop.Main.run Main.java
|             java.lang.Thread.run Thread.java:840
|-----------+-------------------------------------------------------
|     120ms   memcpy libc.so.6
|             shop.Store.put Store.java:57
|             shop.Main.run Main.java
|             java.lang.Thread.run Thread.java:840
|-----------+-------------------------------------------------------
|      70ms   STUB
|             shop.Store.get Store.java:48
|             shop.Main.run Main.java
|             java.lang.Thread.run Thread.java:840
|-----------+-------------------------------------------------------
|      30ms   GC
|-----------+-------------------------------------------------------
|      20ms   <unknown>
|             java.lang.Thread.run Thread.java:840
|-----------+-------------------------------------------------------

# Java's heap, each sample as what it stands for.
$ pprowl -top gperf/java_heap.txt
|Type: inuse_space
|Showing nodes accounting for 303.97MB, 100% of 303.97MB total
|      flat  flat%   sum%        cum   cum%
|  300.02MB 98.70% 98.70%   300.02MB 98.70%  shop.Store.put
|    3.95MB  1.30%   100%     3.95MB  1.30%  shop.Store.get
|         0     0%   100%   303.97MB   100%  java.lang.Thread.run
|         0     0%   100%   300.81MB 98.96%  shop.Main.run

# Sizes are labels.
$ pprowl -tags gperf/java_heap.txt
| bytes: Total 303.97MB of 303.97MB (  100%)
|        300.02MB (98.70%): 80B
|          3.16MB ( 1.04%): 1.50MB
|        809.97kB ( 0.26%): 512kB
|               0 (    0%): 0
|

# The heap whole.
$ pprowl -raw gperf/java_heap.txt
|PeriodType:  
|Period: 0
|Samples:
|inuse_objects/count inuse_space/bytes
|          1     829411: 1 2 3 
|                bytes:[524288]
|    3932460  314596800: 4 2 3 
|                bytes:[80]
|          2    3310550: 5 3 
|                bytes:[1572864]
|          0          0: 6 
|                bytes:[0]
|Locations
|     1: 0x0 M=1 shop.Store.get Store.java:42:0 s=0
|     2: 0x0 M=1 shop.Main.run Main.java:0:0 s=0
|     3: 0x0 M=1 java.lang.Thread.run Thread.java:840:0 s=0
|     4: 0x0 M=1 shop.Store.put Store.java:57:0 s=0
|     5: 0x0 M=1 shop.Store.get Store.java:48:0 s=0
|     6: 0x0 M=1 GC :0:0 s=0
|Mappings
|1: 0x0/0x0/0x0   

# Java's waiting.
$ pprowl -top gperf/java_contention.txt
|Type: delay
|Duration: 60s, Total samples = 183.40ms ( 0.31%)
|Showing nodes accounting for 183.40ms, 100% of 183.40ms total
|      flat  flat%   sum%        cum   cum%
|     150ms 81.79% 81.79%      150ms 81.79%  shop.Store.put
|      32ms 17.45% 99.24%       32ms 17.45%  shop.Store.get
|    1.40ms  0.76%   100%     1.40ms  0.76%  <unknown>
|         0     0%   100%   183.40ms   100%  java.lang.Thread.run
|         0     0%   100%      182ms 99.24%  shop.Main.run

# How often it waited.
$ pprowl -top -sample_index=contentions gperf/java_contention.txt
|Type: contentions
|Duration: 60s, Total samples = 1600 
|Showing nodes accounting for 1600, 100% of 1600 total
|      flat  flat%   sum%        cum   cum%
|      1200 75.00% 75.00%       1200 75.00%  shop.Store.put
|       300 18.75% 93.75%        300 18.75%  shop.Store.get
|       100  6.25%   100%        100  6.25%  <unknown>
|         0     0%   100%       1600   100%  java.lang.Thread.run
|         0     0%   100%       1500 93.75%  shop.Main.run

# Threads, as the reference has them (it knows no names).
$ pprowl -raw -symbolize=none gperf/threadz.txt
|PeriodType: thread count
|Period: 1
|Samples:
|thread/count
|          1: 1 2 3 
|          2: 4 5 2 3 
|          1: 6 5 
|Locations
|     1: 0x10001040 M=1 
|     2: 0x10000200 M=1 
|     3: 0x2000034f M=2 
|     4: 0x20001010 M=2 
|     5: 0x10002344 M=1 
|     6: 0x20001100 M=2 
|     7: 0x200010ff M=2 
|Mappings
|1: 0x10000000/0x10020000/0x0 /opt/shop/bin/shop  
|2: 0x20000000/0x20050000/0x0 /opt/shop/lib/libstore.so.2  

# Where they are.
$ pprowl -traces -addresses -symbolize=none gperf/threadz.txt
|File: shop
|Type: thread
|-----------+-------------------------------------------------------
|         1   0000000010001040 [shop]
|             0000000010000200 [shop]
|             000000002000034f [libstore.so.2]
|-----------+-------------------------------------------------------
|         2   0000000020001010 [libstore.so.2]
|             0000000010002344 [shop]
|             0000000010000200 [shop]
|             000000002000034f [libstore.so.2]
|-----------+-------------------------------------------------------
|         1   0000000020001100 [libstore.so.2]
|             0000000010002344 [shop]
|-----------+-------------------------------------------------------

# With the names in the file.
$ pprowl -traces gperf/threadz.txt
~the reference does not read names in this format
|File: shop
|Type: thread
|-----------+-------------------------------------------------------
|       tid:  4711
|    thread:  shop
|         1   shop::Server::accept
|             main
|             __libc_start_main
|-----------+-------------------------------------------------------
|       tid:  4712
|    thread:  worker/0
|         1   store::Queue::wait
|             shop::Worker::run
|             main
|             __libc_start_main
|-----------+-------------------------------------------------------
|       tid:  4713
|    thread:  worker/1
|         1   store::Queue::wait
|             shop::Worker::run
|             main
|             __libc_start_main
|-----------+-------------------------------------------------------
|       tid:  4714
|    thread:  log
|         1   [libstore.so.2]
|             shop::Worker::run
|-----------+-------------------------------------------------------
!Local symbolization failed for libstore.so.2: stat /opt/shop/lib/libstore.so.2: no such file or directory
!Some binary filenames not available. Symbolization may be incomplete.
!Try setting PPROF_BINARY_PATH to the search path for local binaries.

# By thread.
$ pprowl -tags gperf/threadz.txt
~the reference does not read names in this format
| thread: Total 4 of 4 (  100%)
|         1 (25.00%): log
|         1 (25.00%): shop
|         1 (25.00%): worker/0
|         1 (25.00%): worker/1
|
| tid: Total 4 of 4 (  100%)
|      1 (25.00%): 4711
|      1 (25.00%): 4712
|      1 (25.00%): 4713
|      1 (25.00%): 4714
|
!Local symbolization failed for libstore.so.2: stat /opt/shop/lib/libstore.so.2: no such file or directory
!Some binary filenames not available. Symbolization may be incomplete.
!Try setting PPROF_BINARY_PATH to the search path for local binaries.

# A format that is said but is another.
$ pprowl -top -format=java gperf/threadz.txt
~an option of ours
!pprowl: gperf/threadz.txt: Java heap or contention text: line 1: not "--- heapz 1 ---" or "--- contentionz 1 ---"
?2

# Two programs as one: both count.
$ pprowl -symbolize=none -top gperf/cpu32.prof gperf/java_cpu.prof
~go tool pprof takes the first for a program: see tests/differences.md
|File: shop
|Type: cpu
|Showing nodes accounting for 2.11s, 100% of 2.11s total
|      flat  flat%   sum%        cum   cum%
|     1.55s 73.46% 73.46%      1.55s 73.46%  [shop]
|     0.31s 14.69% 88.15%      0.38s 18.01%  shop.Store.get
|     0.12s  5.69% 93.84%      0.12s  5.69%  memcpy
|     0.07s  3.32% 97.16%      0.07s  3.32%  STUB
|     0.03s  1.42% 98.58%      0.03s  1.42%  GC
|     0.02s  0.95% 99.53%      0.02s  0.95%  <unknown>
|     0.01s  0.47%   100%      1.56s 73.93%  [libstore.so.2]
|         0     0%   100%      0.52s 24.64%  java.lang.Thread.run
|         0     0%   100%      0.50s 23.70%  shop.Main.run
|         0     0%   100%      0.12s  5.69%  shop.Store.put

# One less the other.
$ pprowl -symbolize=none -top -base=gperf/cpu32.prof gperf/cpu32.prof
|File: shop
|Type: cpu
|Showing nodes accounting for 0, 0% of 0 total
|      flat  flat%   sum%        cum   cum%

# The heap of the program.
$ pprowl -top -symbolize=none gperf/heap.txt
|File: gperf
|Type: inuse_space
|Showing nodes accounting for 2444.80kB, 100% of 2444.80kB total
|      flat  flat%   sum%        cum   cum%
| 1360.25kB 55.64% 55.64%  2444.80kB   100%  [gperf]
|    1024kB 41.88% 97.52%     1024kB 41.88%  [libtcmalloc.so.4.5.10]
|   60.55kB  2.48%   100%    60.55kB  2.48%  [libstdc++.so.6.0.30]
|         0     0%   100%  2444.80kB   100%  [libc.so.6]

# Its stacks.
$ pprowl -traces -addresses -sample_index=alloc_space -symbolize=none gperf/heap.txt | head -n 20
|File: gperf
|Type: alloc_space
|-----------+-------------------------------------------------------
|     bytes:  64kB
|    1.25MB   0000000000401c59 [gperf]
|             000000000040139c [gperf]
|             00007fd715245249 [libc.so.6]
|             00007fd715245304 [libc.so.6]
|             0000000000401540 [gperf]
|-----------+-------------------------------------------------------
|     bytes:  1MB
|       1MB   00007fd7154311cf [libtcmalloc.so.4.5.10]
|             00000000004013a1 [gperf]
|             00007fd715245249 [libc.so.6]
|             00007fd715245304 [libc.so.6]
|             0000000000401540 [gperf]
|-----------+-------------------------------------------------------
|     bytes:  80kB
|  159.96kB   0000000000402679 [gperf]
|             0000000000401c92 [gperf]

# What the allocator asked the system for.
$ pprowl -raw -symbolize=none gperf/growth.txt | head -n 20
|PeriodType: space bytes
|Period: 1
|Samples:
|objects/count space/bytes
|          1    1048576: 1 2 3 4 5 6 
|                bytes:[1048576]
|          1    1048576: 7 8 9 10 11 12 4 5 6 
|                bytes:[1048576]
|          1    1048576: 7 8 9 13 14 15 16 17 
|                bytes:[1048576]
|Locations
|     1: 0x7fd715439b03 M=5 
|     2: 0x7fd7154311cf M=5 
|     3: 0x4013a1 M=1 
|     4: 0x7fd715245249 M=4 
|     5: 0x7fd715245304 M=4 
|     6: 0x401540 M=1 
|     7: 0x7fd715425c77 M=5 
|     8: 0x7fd715425d1b M=5 
|     9: 0x7fd715429611 M=5 
