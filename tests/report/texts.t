# A heap of Go with debug=1: the names are in comments.
$ pprowl -top -nodecount=12 texts/heap.txt
~the reference does not read the comments
|Type: inuse_space
|Showing nodes accounting for 63.26kB, 100% of 63.26kB total
|Showing top 12 nodes out of 34
|      flat  flat%   sum%        cum   cum%
|   21.73kB 34.36% 34.36%    21.73kB 34.36%  main.table
|   14.60kB 23.09% 57.45%    14.60kB 23.09%  main.inner (inline)
|   13.75kB 21.74% 79.18%    13.75kB 21.74%  main.pair[...].fill
|    9.14kB 14.44% 93.63%     9.14kB 14.44%  runtime.mallocgc
|    4.03kB  6.37%   100%     4.03kB  6.37%  runtime/pprof.Labels
|         0     0%   100%    50.09kB 79.18%  main.allocate
|         0     0%   100%     5.45kB  8.62%  main.called
|         0     0%   100%     5.45kB  8.62%  main.called.func1
|         0     0%   100%     4.80kB  7.58%  main.deferred
|         0     0%   100%     4.80kB  7.58%  main.deferred.func1
|         0     0%   100%     4.03kB  6.37%  main.init
|         0     0%   100%    50.09kB 79.18%  main.main

# The same without them.
$ pprowl -symbolize=none -top -nodecount=12 texts/heap.txt
|Type: inuse_space
|Showing nodes accounting for 63.26kB, 100% of 63.26kB total
|      flat  flat%   sum%        cum   cum%
|   63.26kB   100%   100%    63.26kB   100%  <unknown>

# What was allocated, by line.
$ pprowl -top -lines -sample_index=alloc_space -nodecount=8 texts/heap.txt
~the reference does not read the comments
|Type: alloc_space
|Showing nodes accounting for 473.46kB, 100% of 473.46kB total
|Showing top 8 nodes out of 46
|      flat  flat%   sum%        cum   cum%
|  367.72kB 77.67% 77.67%   367.72kB 77.67%  main.inner texts/heap.go:37 (inline)
|   40.95kB  8.65% 86.32%    40.95kB  8.65%  main.words texts/heap.go:96
|   37.88kB  8.00% 94.31%    37.88kB  8.00%  main.table texts/heap.go:88
|   13.75kB  2.90% 97.22%    13.75kB  2.90%  main.pair[...].fill texts/heap.go:78
|    5.08kB  1.07% 98.29%     5.08kB  1.07%  runtime.mallocgc runtime/malloc.go:1152
|    4.05kB  0.86% 99.15%     4.05kB  0.86%  runtime.mallocgc runtime/malloc.go:1150
|    4.03kB  0.85%   100%     4.03kB  0.85%  runtime/pprof.Labels runtime/pprof/label.go:103
|         0     0%   100%   349.06kB 73.73%  main.allocate texts/heap.go:18

# A call that goes through the runtime.
$ pprowl -traces -lines -focus='main\.called' texts/heap.txt
~the reference does not read the comments
|Type: inuse_space
|-----------+-------------------------------------------------------
|     bytes:  2.62kB
|    5.45kB   main.inner texts/heap.go:37 (inline)
|             main.called.func1 texts/heap.go:118
|             reflect.Value.call reflect/value.go:586
|             reflect.Value.Call reflect/value.go:369
|             main.called texts/heap.go:119
|             main.allocate texts/heap.go:29
|             main.main texts/main.go:41
|             runtime.main runtime/proc.go:290
|-----------+-------------------------------------------------------

# The label that each record has.
$ pprowl -tags -symbolize=none texts/heap.txt
| bytes: Total 63.26kB of 63.26kB (  100%)
|        16.50kB (26.09%): 256B
|        13.75kB (21.74%): 13.25kB
|         5.45kB ( 8.62%): 2.62kB
|         5.23kB ( 8.27%): 2.25kB
|         5.08kB ( 8.03%): 2kB
|         4.80kB ( 7.58%): 1.50kB
|         4.35kB ( 6.88%): 704B
|         4.05kB ( 6.41%): 112B
|         4.03kB ( 6.37%): 64B
|              0 (    0%): 0
|              0 (    0%): 128B
|              0 (    0%): 160B
|              0 (    0%): 208B
|              0 (    0%): 224B
|              0 (    0%): 240B
|              0 (    0%): 288B
|              0 (    0%): 320B
|              0 (    0%): 32B
|              0 (    0%): 48B
|              0 (    0%): 9.25kB
|

# The tables of a heap, as profile.proto has them at the same moment.
$ d=$(mktemp -d); for f in heap.txt heap.pb.gz; do pprowl -top -csv -ignore='\[' texts/$f >$d/$f; done; diff $d/heap.txt $d/heap.pb.gz && wc -l <$d/heap.txt; rm -r $d
~the reference does not read the comments
|34

# All of a profile that a program has made.
$ pprowl -raw texts/handles.txt
~the reference does not read the comments
|PeriodType: handles count
|Period: 1
|Samples:
|handles/count
|          6: 1 2 3 4 5 
|          3: 1 6 3 4 5 
|Locations
|     1: 0x4ceb8f M=1 runtime/pprof.(*Profile).Add runtime/pprof/pprof.go:365:0 s=0
|     2: 0x4e7949 M=1 main.add texts/wait.go:77:0 s=0
|             main.open texts/wait.go:74:0 s=0
|     3: 0x4e787e M=1 main.count texts/wait.go:62:0 s=0
|     4: 0x4e6e69 M=1 main.main texts/main.go:48:0 s=0
|     5: 0x44d4d4 M=1 runtime.main runtime/proc.go:290:0 s=0
|     6: 0x4e7924 M=1 main.open texts/wait.go:71:0 s=0
|Mappings
|1: 0x0/0xffffffffffffffff/0x0   [FN][FL][LN][IN]

# The same without comments.
$ pprowl -raw -symbolize=none texts/handles.txt
|PeriodType: handles count
|Period: 1
|Samples:
|handles/count
|          6: 1 2 3 4 5 6 7 
|          3: 1 8 4 5 6 7 
|Locations
|     1: 0x4ceb8f M=1 
|     2: 0x4e7949 M=1 
|     3: 0x4e792b M=1 
|     4: 0x4e787e M=1 
|     5: 0x4e6e69 M=1 
|     6: 0x44d4d4 M=1 
|     7: 0x486920 M=1 
|     8: 0x4e7924 M=1 
|Mappings
|1: 0x0/0xffffffffffffffff/0x0   

# Goroutines: what Go hides has no name.
$ pprowl -top texts/goroutine.txt
~the reference does not read the comments
|Type: goroutine
|Showing nodes accounting for 25, 100% of 25 total
|      flat  flat%   sum%        cum   cum%
|        25   100%   100%         25   100%  <unknown>
|         0     0%   100%          8 32.00%  internal/sync.(*Mutex).Lock (inline)
|         0     0%   100%          8 32.00%  internal/sync.(*Mutex).lockSlow
|         0     0%   100%          8 32.00%  internal/sync.runtime_SemacquireMutex
|         0     0%   100%          1  4.00%  main.both
|         0     0%   100%         24 96.00%  main.idle
|         0     0%   100%          1  4.00%  main.main
|         0     0%   100%         24 96.00%  main.park.func1
|         0     0%   100%         24 96.00%  main.park.func1.1 (partial-inline)
|         0     0%   100%          1  4.00%  runtime.main
|         0     0%   100%          1  4.00%  runtime/pprof.(*Profile).WriteTo
|         0     0%   100%         16 64.00%  runtime/pprof.Do
|         0     0%   100%          1  4.00%  runtime/pprof.writeGoroutine
|         0     0%   100%          1  4.00%  runtime/pprof.writeRuntimeProfile
|         0     0%   100%          8 32.00%  sync.(*Mutex).Lock (inline)

# Labels, quoted as they are.
$ pprowl -tags texts/goroutine.txt | cat -v
~the reference does not read the comments
| : Total 4 of 25 (16.00%)
|   4 (16.00%): no key
|
| braces: Total 4 of 25 (16.00%)
|         4 (16.00%): {"a":"b", }
|
| bytes: Total 4 of 25 (16.00%)
|        4 (16.00%): M-^?^@^?
|
|job:	 Total 8 of 25 (32.00%)
| 	4 (16.00%):	 a "quoted" \ text
| 	4 (16.00%):	 index
|
|size:	 Total 4 of 25 (16.00%)
| 	4 (16.00%):	 large
|
|tab	and
|line:	 Total 4 of 25 (16.00%)
| 	4 (16.00%):	 cafM-CM-) M-fM-^WM-%M-fM-^\M-, M-pM-^_M-^XM-^@
|

# A label picks the stacks.
$ pprowl -traces -tagfocus=job=index texts/goroutine.txt
~the reference does not read the comments
|Type: goroutine
|-----------+-------------------------------------------------------
|       job:  index
|      size:  large
|         2   <unknown>
|             <unknown>
|             main.idle
|             main.park.func1.1
|             runtime/pprof.Do
|             main.park.func1
|-----------+-------------------------------------------------------
|       job:  index
|      size:  large
|         1   <unknown>
|             <unknown>
|             <unknown>
|             main.idle
|             main.park.func1.1
|             runtime/pprof.Do
|             main.park.func1
|-----------+-------------------------------------------------------
|       job:  index
|      size:  large
|         1   <unknown>
|             <unknown>
|             <unknown>
|             internal/sync.runtime_SemacquireMutex
|             internal/sync.(*Mutex).lockSlow
|             internal/sync.(*Mutex).Lock (inline)
|             sync.(*Mutex).Lock (inline)
|             main.idle
|             main.park.func1.1
|             runtime/pprof.Do
|             main.park.func1
|-----------+-------------------------------------------------------

# Waiting for locks, by function.
$ pprowl -top texts/block.txt
~the reference does not read the comments
|Type: delay
|Showing nodes accounting for 902.84ms, 100% of 902.84ms total
|      flat  flat%   sum%        cum   cum%
|  576.48ms 63.85% 63.85%   576.48ms 63.85%  sync.(*Mutex).Lock (inline)
|  299.21ms 33.14% 96.99%   299.21ms 33.14%  sync.(*WaitGroup).Wait
|   27.06ms  3.00%   100%    27.06ms  3.00%  sync.(*RWMutex).RLock (inline)
|    0.09ms  0.01%   100%   277.56ms 30.74%  sync.(*RWMutex).Lock
|         0     0%   100%   299.21ms 33.14%  main.contend
|         0     0%   100%   603.63ms 66.86%  main.contend.func1
|         0     0%   100%   299.01ms 33.12%  main.hold
|         0     0%   100%   277.56ms 30.74%  main.locked
|         0     0%   100%   299.21ms 33.14%  main.main
|         0     0%   100%   304.61ms 33.74%  main.read
|         0     0%   100%   299.21ms 33.14%  runtime.main

# The same without names.
$ pprowl -top -addresses -symbolize=none texts/block.txt
|Type: delay
|Showing nodes accounting for 902.75ms, 100% of 902.84ms total
|Dropped 1 node (cum <= 4.51ms)
|      flat  flat%   sum%        cum   cum%
|  299.21ms 33.14% 33.14%   299.21ms 33.14%  000000000048dea4 <unknown>
|  299.01ms 33.12% 66.26%   299.01ms 33.12%  00000000004e765f <unknown>
|  277.47ms 30.73% 96.99%   277.47ms 30.73%  000000000048da2f <unknown>
|   27.06ms  3.00%   100%    27.06ms  3.00%  00000000004e7784 <unknown>
|         0     0%   100%   299.21ms 33.14%  000000000044d4d4 <unknown>
|         0     0%   100%   902.84ms   100%  0000000000486920 <unknown>
|         0     0%   100%   277.47ms 30.73%  000000000048da2e <unknown>
|         0     0%   100%   299.21ms 33.14%  00000000004e6e64 <unknown>
|         0     0%   100%   299.21ms 33.14%  00000000004e74ce <unknown>
|         0     0%   100%   299.01ms 33.12%  00000000004e75a4 <unknown>
|         0     0%   100%   304.61ms 33.74%  00000000004e75ae <unknown>
|         0     0%   100%   299.01ms 33.12%  00000000004e765e <unknown>
|         0     0%   100%   277.56ms 30.74%  00000000004e775e <unknown>
|         0     0%   100%    27.06ms  3.00%  00000000004e775f <unknown>
|         0     0%   100%   277.56ms 30.74%  00000000004e77dc <unknown>

# Mutexes are scaled by Go.
$ pprowl -top texts/mutex.txt
~the reference scales them once more
|Type: delay
|Showing nodes accounting for 772.03ms, 100% of 772.15ms total
|Dropped 1 node (cum <= 3.86ms)
|      flat  flat%   sum%        cum   cum%
|  739.57ms 95.78% 95.78%   739.57ms 95.78%  sync.(*Mutex).Unlock (partial-inline)
|   32.45ms  4.20%   100%   438.42ms 56.78%  sync.(*RWMutex).Unlock
|         0     0%   100%   772.15ms   100%  main.contend.func1
|         0     0%   100%   333.61ms 43.21%  main.hold
|         0     0%   100%   438.42ms 56.78%  main.locked
|         0     0%   100%   438.54ms 56.79%  main.read

# As the reference has them.
$ pprowl -top -symbolize=none texts/mutex.txt
|Type: delay
|Showing nodes accounting for 3.86s, 100% of 3.86s total
|      flat  flat%   sum%        cum   cum%
|     3.86s   100%   100%      3.86s   100%  <unknown>

# Threads have no stacks.
$ pprowl -raw -symbolize=none texts/threadcreate.txt
|PeriodType: threadcreate count
|Period: 1
|Samples:
|threadcreate/count
|          6: 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 
|Locations
|     1: 0xffffffffffffffff M=1 
|Mappings
|1: 0x0/0xffffffffffffffff/0x0   

# A name with blanks.
$ pprowl -top texts/handles-of-files.txt
~the reference does not read the comments
|Type: handles of files
|Showing nodes accounting for 5, 100% of 5 total
|      flat  flat%   sum%        cum   cum%
|         5   100%   100%          5   100%  runtime/pprof.(*Profile).Add
|         0     0%   100%          3 60.00%  main.add (inline)
|         0     0%   100%          5   100%  main.count
|         0     0%   100%          5   100%  main.main
|         0     0%   100%          5   100%  main.open
|         0     0%   100%          5   100%  runtime.main

# Two moments, the one less the other.
$ pprowl -top -base=texts/handles.txt texts/handles.txt
~the reference does not read the comments
|Type: handles
|Showing nodes accounting for 0, 0% of 0 total
|      flat  flat%   sum%        cum   cum%

# A file that goes wrong.
$ d=$(mktemp -d); sed '5,$s/@/at/' texts/heap.txt >$d/bad; cd $d; pprowl -top bad; s=$?; rm -r $d; exit $s
~the reason is our own
!pprowl: bad: heap text: line 8: not OBJECTS: BYTES [OBJECTS: BYTES] @ ADDRESSES
?2

# A text that was cut between two records.
$ head -c 3000 texts/goroutine.txt | pprowl -tags - | head -n 1
~the reference does not read standard input
| : Total 2 of 17 (11.76%)
!standard input: 17 of the 25 of its first line are there: cut short?

# A heap that was cut short.
$ head -c 1500 texts/heap.txt | pprowl -top -
~the reference does not read standard input
|Type: inuse_space
|Showing nodes accounting for 0, 0% of 0 total
|      flat  flat%   sum%        cum   cum%
!standard input: 3 of the 61 sampled objects of its first line are there: cut short?

# The same as the reference sees it.
$ head -c 1500 texts/heap.txt | pprowl -top -symbolize=none -
~the reference does not read standard input
|Type: inuse_space
|Showing nodes accounting for 0, 0% of 0 total
|      flat  flat%   sum%        cum   cum%
