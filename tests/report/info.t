# What is known of a profile, text and numbers.
$ pprowl -info labels.pb.gz 2>/dev/null
~it has no such report
|profile
|  file            labels.pb.gz
|  format          profile.proto, gzip
|  size, inflated  2.47kB
|  taken           2024-05-01 12:00:00 UTC
|  duration        5s
|  period (cpu)    10ms
|  binary          /usr/bin/labels
|  build id        c0ffee0000000000000000000000000000000001
|  samples         41
|  documentation   https://example.com/profiles
|
|sample types
|  samples    157
|  cpu      1.57s
|
|tables
|  label sets  40
|  locations   16
|  functions   16
|  mappings     1
|
|comments
|  made by fixtures/make
|  #not shown in headers

# Of a comparison, both sides beside each other.
$ pprowl -info -base demo/before.pb.gz demo/after.pb.gz
~it has no such report
|profile                    base        current         change
|  file            base     demo/before.pb.gz
|                  current  demo/after.pb.gz
|  format          profile.proto, gzip
|  size, inflated        15.92kB        25.24kB        +9.32kB
|  taken           base     2026-11-20 17:44:00 UTC
|                  current  2026-11-20 17:44:03 UTC  +3.687443804s
|  period (space)            4kB            4kB
|  binary          /tmp/pprowl-fixtures/demo
|  build id        4864f58bfb39780d08a909d97d8917342f860998
|  samples                   205            289            +84
|
|sample types              base        current         change
|  alloc_objects         866341        5585266       +4718925
|  alloc_space         196.26MB         1.83GB        +1.64GB
|  inuse_objects         226621         433424        +206803
|  inuse_space          54.48MB       339.68MB      +285.20MB
|
|tables
|  samples, merged  273
|  label sets        91
|  locations        315
|  functions        211
|  mappings           1

# Of several profiles, one behind the other.
$ pprowl -info -base labels.pb.gz cpu.pb.gz labels.pb.gz 2>/dev/null
~it has no such report
|profile 1 of 3, current
|  file            cpu.pb.gz
|  format          profile.proto, gzip
|  size, inflated  29.20kB
|  taken           2026-11-20 17:44:04 UTC
|  duration        2.417705594s
|  period (cpu)    10ms
|  binary          /tmp/pprowl-fixtures/busy
|  build id        b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|  samples         270
|
|profile 2 of 3, current
|  file            labels.pb.gz
|  format          profile.proto, gzip
|  size, inflated  2.47kB
|  taken           2024-05-01 12:00:00 UTC
|  duration        5s
|  period (cpu)    10ms
|  binary          /usr/bin/labels
|  build id        c0ffee0000000000000000000000000000000001
|  samples         41
|  documentation   https://example.com/profiles
|
|profile 3 of 3, base
|  file            labels.pb.gz
|  format          profile.proto, gzip
|  size, inflated  2.47kB
|  taken           2024-05-01 12:00:00 UTC
|  duration        5s
|  period (cpu)    10ms
|  binary          /usr/bin/labels
|  build id        c0ffee0000000000000000000000000000000001
|  samples         41
|  documentation   https://example.com/profiles
|
|sample types        base        current         change
|  samples            157            435           +278
|  cpu              1.57s          4.35s         +2.78s
|
|tables
|  samples, merged  311
|  label sets        48
|  locations        390
|  functions        219
|  mappings           2
|
|comments
|  made by fixtures/make
|  #not shown in headers

# Sources that could not be read.
$ pprowl -info missing.pb.gz tiny.pb.gz /nope 2>/dev/null | sed -n '/not read/,/^$/p'
~it has no such report
|not read
|  missing.pb.gz  No such file or directory
|  /nope          No such file or directory
|

# Of a comparison, where one source a side is left.
$ pprowl -info -base labels.pb.gz cpu.pb.gz missing.pb.gz 2>/dev/null | head -n 20
~it has no such report
|profile                    base        current         change
|  file            base     labels.pb.gz
|                  current  cpu.pb.gz
|  format          profile.proto, gzip
|  size, inflated         2.47kB        29.20kB       +26.73kB
|  taken           base     2024-05-01 12:00:00 UTC
|                  current  2026-11-20 17:44:04 UTC  +22397h44m4.273442912s
|  duration                   5s   2.417705594s  -2.582294406s
|  period (cpu)             10ms           10ms
|  binary          base     /usr/bin/labels
|                  current  /tmp/pprowl-fixtures/busy
|  build id        base     c0ffee0000000000000000000000000000000001
|                  current  b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|  samples                    41            270           +229
|  documentation   base     https://example.com/profiles
|
|not read
|  missing.pb.gz  No such file or directory
|
|sample types        base        current         change

# For programs.
$ pprowl -info -csv -base labels.pb.gz cpu.pb.gz missing.pb.gz 2>/dev/null | grep 'read'
~it has no such report
|not read,missing.pb.gz,,text,,No such file or directory,

# A dump says why a program ended.
$ pprowl -info crash.log
~it has no such report
|profile
|  file     crash.log
|  format   goroutine dump
|  size     8.32kB
|  samples  17
|
|sample types
|  goroutine  41
|
|tables
|  label sets  14
|  locations   29
|  functions   31
|  mappings     1
|
|crash
|  panic  runtime error: integer divide by zero
|  at     main.crash parked/main.go:61, goroutine 1

# A heap as text says of its process what no profile.proto does.
$ pprowl -info texts/heap.txt
~it has no such report
|profile
|  file            texts/heap.txt
|  format          heap text
|  size            11.62kB
|  period (space)      4kB
|  samples              26
|
|sample types
|  alloc_objects       832
|  alloc_space    473.46kB
|  inuse_objects       183
|  inuse_space     63.26kB
|
|tables
|  label sets  19
|  locations   60
|  functions   56
|  mappings     1
|
|runtime.MemStats
|  Alloc              182.91kB
|  TotalAlloc         622.67kB
|  Sys                 12.33MB
|  Lookups                   0
|  Mallocs                1122
|  Frees                   630
|  HeapAlloc          182.91kB
|  HeapSys              7.62MB
|  HeapIdle             7.09MB
|  HeapInuse             552kB
|  HeapReleased         6.94MB
|  HeapObjects             492
|  StackInuse            384kB
|  StackSys              384kB
|  MSpanInuse          33.59kB
|  MSpanSys            47.81kB
|  MCacheInuse          8.97kB
|  MCacheSys           15.70kB
|  BuckHashSys          1.38MB
|  GCSys                1.95MB
|  OtherSys           963.42kB
|  NextGC            7946.24PB
|  LastGC            2026-11-29 13:24:31 UTC
|  PauseNs, last     304.992µs
|  PauseNs, longest  304.992µs
|  NumGC                     2
|  NumForcedGC               2
|  GCCPUFraction     0.00963325525458971
|  DebugGC           false
|  MaxRSS               3.65MB

# Of two of them, what changed.
$ pprowl -info -base texts/heap.txt texts/allocs.txt | sed -n '/MemStats/,$p'
~it has no such report
|runtime.MemStats             base        current         change
|  Alloc                  182.91kB         1.72MB        +1.54MB
|  TotalAlloc             622.67kB         2.15MB        +1.54MB
|  Sys                     12.33MB        12.58MB         +256kB
|  Lookups                       0              0
|  Mallocs                    1122           5629          +4507
|  Frees                       630           1898          +1268
|  HeapAlloc              182.91kB         1.72MB        +1.54MB
|  HeapSys                  7.62MB         7.62MB
|  HeapIdle                 7.09MB         5.30MB        -1.78MB
|  HeapInuse                 552kB         2.32MB        +1.78MB
|  HeapReleased             6.94MB         5.30MB        -1.63MB
|  HeapObjects                 492           3731          +3239
|  StackInuse                384kB          384kB
|  StackSys                  384kB          384kB
|  MSpanInuse              33.59kB        33.59kB
|  MSpanSys                47.81kB        47.81kB
|  MCacheInuse              8.97kB         8.97kB
|  MCacheSys               15.70kB        15.70kB
|  BuckHashSys              1.38MB         1.39MB       +12.17kB
|  GCSys                    1.95MB         2.19MB         +245kB
|  OtherSys               963.42kB       962.25kB        -1.17kB
|  NextGC                7946.24PB      7946.24PB      -484.33kB
|  LastGC            2026-11-29 13:24:31 UTC
|  PauseNs, last         304.992µs      304.992µs
|  PauseNs, longest      304.992µs      304.992µs
|  NumGC                         2              2
|  NumForcedGC                   2              2
|  GCCPUFraction     0.00963325525458971
|  DebugGC           false
|  MaxRSS                   3.65MB         4.77MB        +1.12MB

# One file that is both sides.
$ printf 'a;b 2 5\na;c 1 1\n' | pprowl -info - | head -n 8
~it has no such report
|profile
|  file     standard input
|  format   folded stacks
|  size     16B
|  samples  2
|
|sample types        base        current         change
|  samples              3              6             +3

# Hostile texts, as they are for a file.
$ pprowl -info hostile.pb.gz 2>/dev/null | grep -a "^  b\|^  cpu" | od -c
~it has no such report
|0000000           b   i   n   a   r   y                                
|0000020           /   u   s   r   /   b   i   n   / 033   ]   0   ;   m
|0000040   a   p   p   i   n   g  \a  \n           b   u   i   l   d    
|0000060   i   d                                   .   .   /   .   .   /
|0000100 033   [   7   m  \n           c   p   u 033   [   3   1   m    
|0000120       8   2   1   0   0   0   0   0   0   0  \n           b   i
|0000140   d   i 342 200 256  \n
|0000146

# Nothing was measured.
$ pprowl -info empty.pb.gz
~it has no such report
|profile
|  file            empty.pb.gz
|  format          profile.proto, gzip
|  size, inflated  158B
|  taken           2024-05-01 12:00:00 UTC
|  duration        5s
|  period (cpu)    10ms
|  binary          /usr/bin/idle
|  build id        c0ffee0000000000000000000000000000000001
|  samples         0
|
|sample types
|  samples  0
|  cpu      0
|
|tables
|  label sets  0
|  locations   0
|  functions   0
|  mappings    1

# For programs.
$ pprowl -info -csv labels.pb.gz 2>/dev/null
~it has no such report
|group,name,source,kind,value,unit
|profile,file,,text,labels.pb.gz,
|profile,format,,text,"profile.proto, gzip",
|profile,"size, inflated",,number,2526,bytes
|profile,taken,,time,1714564800000000000,nanoseconds
|profile,duration,,duration,5000000000,nanoseconds
|profile,period (cpu),,duration,10000000,nanoseconds
|profile,binary,,text,/usr/bin/labels,
|profile,build id,,text,c0ffee0000000000000000000000000000000001,
|profile,samples,,number,41,count
|profile,documentation,,text,https://example.com/profiles,
|sample types,samples,,number,157,count
|sample types,cpu,,number,1570000000,nanoseconds
|tables,label sets,,number,40,count
|tables,locations,,number,16,count
|tables,functions,,number,16,count
|tables,mappings,,number,1,count
|comments,,,text,made by fixtures/make,
|comments,,,text,#not shown in headers,

# Of a comparison.
$ pprowl -info -csv -base demo/before.pb.gz demo/after.pb.gz
~it has no such report
|group,name,source,kind,base,current,unit
|profile,file,,text,demo/before.pb.gz,demo/after.pb.gz,
|profile,format,,text,"profile.proto, gzip","profile.proto, gzip",
|profile,"size, inflated",,number,16299,25846,bytes
|profile,taken,,time,1795196640290754585,1795196643978198389,nanoseconds
|profile,period (space),,number,4096,4096,bytes
|profile,binary,,text,/tmp/pprowl-fixtures/demo,/tmp/pprowl-fixtures/demo,
|profile,build id,,text,4864f58bfb39780d08a909d97d8917342f860998,4864f58bfb39780d08a909d97d8917342f860998,
|profile,samples,,number,205,289,count
|sample types,alloc_objects,,number,866341,5585266,count
|sample types,alloc_space,,number,205796287,1969920198,bytes
|sample types,inuse_objects,,number,226621,433424,count
|sample types,inuse_space,,number,57131612,356181103,bytes
|tables,"samples, merged",,number,,273,count
|tables,label sets,,number,,91,count
|tables,locations,,number,,315,count
|tables,functions,,number,,211,count
|tables,mappings,,number,,1,count

# A row of each kind.
$ pprowl -info -json labels.pb.gz 2>/dev/null | grep 'file"\|size\|taken\|duration\|"cpu"\|made'
~it has no such report
| "type": "cpu",
| "file": "/usr/bin/labels",
| "duration_nanos": 5000000000,
|  "made by fixtures/make",
|  {"group": "profile", "name": "file", "source": null, "kind": "text", "value": "labels.pb.gz", "unit": null},
|  {"group": "profile", "name": "format", "source": null, "kind": "text", "value": "profile.proto, gzip", "unit": null},
|  {"group": "profile", "name": "size, inflated", "source": null, "kind": "number", "value": 2526, "unit": "bytes"},
|  {"group": "profile", "name": "taken", "source": null, "kind": "time", "value": 1714564800000000000, "unit": "nanoseconds"},
|  {"group": "profile", "name": "duration", "source": null, "kind": "duration", "value": 5000000000, "unit": "nanoseconds"},
|  {"group": "profile", "name": "period (cpu)", "source": null, "kind": "duration", "value": 10000000, "unit": "nanoseconds"},
|  {"group": "profile", "name": "binary", "source": null, "kind": "text", "value": "/usr/bin/labels", "unit": null},
|  {"group": "profile", "name": "build id", "source": null, "kind": "text", "value": "c0ffee0000000000000000000000000000000001", "unit": null},
|  {"group": "profile", "name": "samples", "source": null, "kind": "number", "value": 41, "unit": "count"},
|  {"group": "profile", "name": "documentation", "source": null, "kind": "text", "value": "https://example.com/profiles", "unit": null},
|  {"group": "sample types", "name": "cpu", "source": null, "kind": "number", "value": 1570000000, "unit": "nanoseconds"},
|  {"group": "comments", "name": null, "source": null, "kind": "text", "value": "made by fixtures/make", "unit": null},
