# By function.
$ pprowl -top -functions -nodecount=4 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2780ms (114.99%)
|Showing nodes accounting for 980ms, 35.25% of 2780ms total
|Dropped 63 nodes (cum <= 13.90ms)
|Showing top 4 nodes out of 140
|      flat  flat%   sum%        cum   cum%
|     600ms 21.58% 21.58%      600ms 21.58%  main.fib
|     140ms  5.04% 26.62%      140ms  5.04%  strings.(*Reader).ReadByte
|     120ms  4.32% 30.94%      140ms  5.04%  cmp.Compare[go.shape.int] (inline)
|     120ms  4.32% 35.25%      310ms 11.15%  slices.partitionCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }]

# By file.
$ pprowl -top -files -nodecount=4 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2780ms (114.99%)
|Showing nodes accounting for 1050ms, 37.77% of 2780ms total
|Dropped 63 nodes (cum <= 13.90ms)
|Showing top 4 nodes out of 134
|      flat  flat%   sum%        cum   cum%
|     600ms 21.58% 21.58%      600ms 21.58%  busy/main.go
|     180ms  6.47% 28.06%      260ms  9.35%  cmp/cmp.go (inline)
|     140ms  5.04% 33.09%      140ms  5.04%  strings/reader.go
|     130ms  4.68% 37.77%      430ms 15.47%  slices/zsortanyfunc.go

# By file and function.
$ pprowl -top -filefunctions -nodecount=4 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2780ms (114.99%)
|Showing nodes accounting for 980ms, 35.25% of 2780ms total
|Dropped 63 nodes (cum <= 13.90ms)
|Showing top 4 nodes out of 140
|      flat  flat%   sum%        cum   cum%
|     600ms 21.58% 21.58%      600ms 21.58%  main.fib busy/main.go
|     140ms  5.04% 26.62%      140ms  5.04%  strings.(*Reader).ReadByte strings/reader.go
|     120ms  4.32% 30.94%      140ms  5.04%  cmp.Compare[go.shape.int] cmp/cmp.go (inline)
|     120ms  4.32% 35.25%      310ms 11.15%  slices.partitionCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }] slices/zsortanyfunc.go

# By line.
$ pprowl -top -lines -nodecount=4 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2780ms (114.99%)
|Showing nodes accounting for 660ms, 23.74% of 2780ms total
|Dropped 168 nodes (cum <= 13.90ms)
|Showing top 4 nodes out of 184
|      flat  flat%   sum%        cum   cum%
|     220ms  7.91%  7.91%      220ms  7.91%  main.fib busy/main.go:63
|     190ms  6.83% 14.75%      600ms 21.58%  main.fib busy/main.go:65
|     150ms  5.40% 20.14%      150ms  5.40%  main.fib busy/main.go:61
|     100ms  3.60% 23.74%      110ms  3.96%  cmp.Compare[go.shape.int] cmp/cmp.go:52

# By address.
$ pprowl -top -addresses -nodecount=4 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2780ms (114.99%)
|Showing nodes accounting for 490ms, 17.63% of 2780ms total
|Dropped 276 nodes (cum <= 13.90ms)
|Showing top 4 nodes out of 203
|      flat  flat%   sum%        cum   cum%
|     220ms  7.91%  7.91%      220ms  7.91%  00000000004e13d9 main.fib busy/main.go:63
|     100ms  3.60% 11.51%      110ms  3.96%  00000000004e4334 cmp.Compare[go.shape.int] cmp/cmp.go:52
|      90ms  3.24% 14.75%       90ms  3.24%  0000000000487200 runtime.asyncPreempt runtime/preempt_amd64.s:9
|      80ms  2.88% 17.63%       80ms  2.88%  00000000004e0deb strings.(*Reader).UnreadByte strings/reader.go:78

# Inlined calls count as their caller's.
$ pprowl -top -noinlines -nodecount=4 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2780ms (114.99%)
|Showing nodes accounting for 1140ms, 41.01% of 2780ms total
|Dropped 47 nodes (cum <= 13.90ms)
|Showing top 4 nodes out of 108
|      flat  flat%   sum%        cum   cum%
|     600ms 21.58% 21.58%      600ms 21.58%  main.fib
|     210ms  7.55% 29.14%      210ms  7.55%  busy/parse.(*parser).accept
|     180ms  6.47% 35.61%      330ms 11.87%  runtime.mallocgcSmallScanNoHeader
|     150ms  5.40% 41.01%      170ms  6.12%  main.sortPairs[go.shape.int,go.shape.string].func1

# Lines with columns.
$ pprowl -top -lines -showcolumns -nodecount=4 cpp.pb.gz
|File: server
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 3510ms (70.20%)
|Showing nodes accounting for 1300ms, 37.04% of 3510ms total
|Showing top 4 nodes out of 56
|      flat  flat%   sum%        cum   cum%
|     370ms 10.54% 10.54%      590ms 16.81%  <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124
|     340ms  9.69% 20.23%      530ms 15.10%  core::fmt::Formatter::pad core/src/fmt/mod.rs:114
|     310ms  8.83% 29.06%      470ms 13.39%  malloc :104
|     280ms  7.98% 37.04%      410ms 11.68%  operator new(unsigned long) libsupc++/new_op.cc:94
