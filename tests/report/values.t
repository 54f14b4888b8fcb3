# Means, cut off; more than all of the total where calls are unlike.
$ pprowl -top -mean mutex.pb.gz | head -n 10
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: mean_delay
|Time: 2026-11-20 17:44:06 UTC
|Showing nodes accounting for 6684.02us, 372.72% of 1793.33us total
|Dropped 69 nodes (cum <= 8.97us)
|      flat  flat%   sum%        cum   cum%
| 6659.99us 371.38% 371.38%  6659.99us 371.38%  sync.(*Mutex).Unlock
|   24.02us  1.34% 372.72%    24.02us  1.34%  runtime.unlock (inline)
|         0     0% 372.72%   306.20us 17.07%  internal/godebug.(*Setting).IncNonDefault

# The old name of the mean of delays.
$ test "$(pprowl -top -mean_delay mutex.pb.gz)" = "$(pprowl -top -mean -sample_index=delay mutex.pb.gz)"

# Calls are not divided, their shares are of what is.
$ pprowl -tree -mean -focus=contend mutex.pb.gz | head -n 24
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: mean_delay
|Time: 2026-11-20 17:44:06 UTC
|Active filters:
|   focus=contend
|Showing nodes accounting for 8.13ms, 453.14% of 1.79ms total
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                          316.92ms 3900.00% |   main.locked
|    8.13ms 453.14% 453.14%     8.13ms 453.14%                | sync.(*Mutex).Unlock
|----------------------------------------------------------+-------------
|         0     0% 453.14%     8.13ms 453.14%                | main.contend.func1
|                                          316.92ms 3900.00% |   main.locked
|----------------------------------------------------------+-------------
|                                          316.92ms 3900.00% |   main.contend.func1
|         0     0% 453.14%     8.13ms 453.14%                | main.locked
|                                          316.92ms 3900.00% |   sync.(*Mutex).Unlock
|----------------------------------------------------------+-------------

# Each sample of -traces is.
$ pprowl -traces -mean -focus=contend mutex.pb.gz | head -n 10
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: mean_delay
|Time: 2026-11-20 17:44:06 UTC
|-----------+-------------------------------------------------------
|    8.13ms   sync.(*Mutex).Unlock
|             main.locked
|             main.contend.func1
|-----------+-------------------------------------------------------

# The mean of the first type is one.
$ pprowl -top -mean -sample_index=0 mutex.pb.gz | head -n 8
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: mean_contentions
|Time: 2026-11-20 17:44:06 UTC
|Showing nodes accounting for 3, 300.00% of 1 total
|      flat  flat%   sum%        cum   cum%
|         1   100%   100%          1   100%  runtime.unlock (partial-inline)
|         1   100% 200.00%          1   100%  sync.(*Mutex).Unlock

# Of both signs.
$ pprowl -top -mean negative.pb.gz
|Type: mean_inuse_space
|Time: 2024-05-01 12:00:00 UTC
|Showing nodes accounting for 6186.17kB, 565.39% of -1094.14kB total
|      flat  flat%   sum%        cum   cum%
| 1194.67kB 109.19% 109.19%  1194.67kB 109.19%  store.Put
|    3072kB 280.77% 389.96%     3072kB 280.77%  store.drop
|    1024kB 93.59% 483.55%     1024kB 93.59%  balance.Down
|  895.50kB 81.85% 565.39%   895.50kB 81.85%  balance.Up
|         0     0% 565.39%   982.42kB 89.79%  main.main
|         0     0% 565.39%   980.99kB 89.66%  main.serve

# A difference against a base that divides by less than nothing.
$ pprowl -top -mean -diff_base=demo/before.pb.gz -nodecount=5 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: mean_inuse_space
|Time: 2026-11-20 17:44:00 UTC
|Showing nodes accounting for -2283764B, 3513483.08% of -65B total
|Dropped 71 nodes (cum <= 0)
|Showing top 5 nodes out of 16
|      flat  flat%   sum%        cum   cum%
|     1556B 2393.85% 2393.85%      1556B 2393.85%  demo/cache.(*Store).Put
|      214B 329.23% 2723.08%       214B 329.23%  demo/metrics.(*Registry).Counter
| -2285568B 3516258.46% 3513535.38%  -2285568B 3516258.46%  demo/catalog.export
|       24B 36.92% 3513498.46%      1920B 2953.85%  demo/server.(*Server).thumb
|       10B 15.38% 3513483.08%      1454B 2236.92%  demo/server.New.(*Server).timed.func2

# Divided, in a unit that suits what is left.
$ pprowl -top -divide_by=3 tiny.pb.gz
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 3.33ms (  0.2%)
|Showing nodes accounting for 3.33ms, 100% of 3.33ms total
|      flat  flat%   sum%        cum   cum%
|    3.33ms   100%   100%     3.33ms   100%  main

$ pprowl -top -divide_by=1e6 cpu.pb.gz | head -n 9
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2.78us (114.99%)
|Showing nodes accounting for 2.56us, 92.09% of 2.78us total
|Dropped 63 nodes (cum <= 0.01us)
|      flat  flat%   sum%        cum   cum%
|    0.60us 21.58% 21.58%     0.60us 21.58%  main.fib

$ pprowl -tree -divide_by=0.5 tiny.pb.gz | tail -n 3
|----------------------------------------------------------+-------------
|      20ms   100%   100%       20ms   100%                | main
|----------------------------------------------------------+-------------

$ pprowl -traces -divide_by=7 labels.pb.gz | head -n 20
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 224.29ms (31.40%)
|-----------+-------------------------------------------------------
|    method:  GET
|    tenant:  blue green 0
|   latency:  250us -3us
|   request:  64B
|    1.43ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  500us
|   request:  128B
|    2.86ms   handle
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# By one, or by less than nothing, is not divided.
$ test "$(pprowl -tree -divide_by=1 cpu.pb.gz)" = "$(pprowl -tree cpu.pb.gz)"

$ test "$(pprowl -top -divide_by=-3 cpu.pb.gz)" = "$(pprowl -top cpu.pb.gz)"

# By nothing.
$ pprowl -top -divide_by=0 tiny.pb.gz
!pprowl: zero divisor specified
?2

# Shares of what the filters leave.
$ pprowl -top -focus=runtime.mallocgc -relative_percentages -nodecount=4 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 440ms (18.20%)
|Active filters:
|   focus=runtime.mallocgc
|Showing nodes accounting for 230ms, 52.27% of 440ms total
|Showing top 4 nodes out of 77
|      flat  flat%   sum%        cum   cum%
|     100ms 22.73% 22.73%      330ms 75.00%  runtime.mallocgcSmallScanNoHeader
|      50ms 11.36% 34.09%       50ms 11.36%  runtime.nextFreeFast (inline)
|      40ms  9.09% 43.18%      440ms   100%  runtime.mallocgc
|      40ms  9.09% 52.27%       40ms  9.09%  runtime.memclrNoHeapPointers

$ pprowl -top -focus=runtime.mallocgc -nodecount=4 cpu.pb.gz | sed -n '5,8p'
|Duration: 2.42s, Total samples = 2780ms (114.99%)
|Active filters:
|   focus=runtime.mallocgc
|Showing nodes accounting for 230ms, 8.27% of 2780ms total

# They sum up to all of it.
$ pprowl -top -focus=runtime -relative_percentages -nodefraction=0 cpu.pb.gz | awk '/%/ { last = $3 } $1 == "0" { exit } END { print last }'
|100%

# Without what has become less.
$ pprowl -top -drop_negative negative.pb.gz
|Type: inuse_space
|Time: 2024-05-01 12:00:00 UTC
|Showing nodes accounting for 357MB, 228.84% of 156MB total
|      flat  flat%   sum%        cum   cum%
|     350MB 224.36% 224.36%      350MB 224.36%  store.Put
|       7MB  4.48% 228.84%        7MB  4.48%  balance.Up
|         0     0% 228.84%      260MB 166.66%  main.main
|         0     0% 228.84%      251MB 160.89%  main.serve

$ pprowl -tree -drop_negative -ignore=balance negative.pb.gz
|Type: inuse_space
|Time: 2024-05-01 12:00:00 UTC
|Active filters:
|   ignore=balance
|Showing nodes accounting for 350MB, 224.36% of 156MB total
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                             350MB   100% |   main.serve
|     350MB 224.36% 224.36%      350MB 224.36%                | store.Put
|----------------------------------------------------------+-------------
|         0     0% 224.36%      260MB 166.67%                | main.main
|                                             260MB   100% |   main.serve
|----------------------------------------------------------+-------------
|                                             260MB   100% |   main.main
|         0     0% 224.36%      260MB 166.67%                | main.serve
|                                             350MB 134.62% |   store.Put
|                                             -90MB 34.62% |   store.drop
|----------------------------------------------------------+-------------

# Scaled to the totals of the base.
$ pprowl -top -normalize -base=demo/before.pb.gz -nodecount=6 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:00 UTC
|Showing nodes accounting for 1388.71kB, 3.02% of 45914.40kB total
|Showing top 6 nodes out of 121
|      flat  flat%   sum%        cum   cum%
|11557.63kB 25.17% 25.17% 11557.63kB 25.17%  demo/cache.(*Store).Put
|-3971.92kB  8.65% 16.52% -3971.92kB  8.65%  reflect.mapassign_faststr0
|   -2232kB  4.86% 11.66%    -2232kB  4.86%  demo/catalog.export
|-1891.58kB  4.12%  7.54% -1891.58kB  4.12%  reflect.growslice
|-1074.92kB  2.34%  5.20% -1074.92kB  2.34%  demo/catalog.(*Catalog).add (inline)
| -998.49kB  2.17%  3.02% -10853.88kB 23.64%  demo/catalog.(*Catalog).Load

$ pprowl -top -normalize -diff_base=demo/before.pb.gz -nodecount=6 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:00 UTC
|Showing nodes accounting for 1388.71kB, 2.49% of 55792.59kB total
|Showing top 6 nodes out of 121
|      flat  flat%   sum%        cum   cum%
|11557.63kB 20.72% 20.72% 11557.63kB 20.72%  demo/cache.(*Store).Put
|-3971.92kB  7.12% 13.60% -3971.92kB  7.12%  reflect.mapassign_faststr0
|   -2232kB  4.00%  9.60%    -2232kB  4.00%  demo/catalog.export
|-1891.58kB  3.39%  6.21% -1891.58kB  3.39%  reflect.growslice
|-1074.92kB  1.93%  4.28% -1074.92kB  1.93%  demo/catalog.(*Catalog).add (inline)
| -998.49kB  1.79%  2.49% -10853.88kB 19.45%  demo/catalog.(*Catalog).Load

# To itself: nothing is left.
$ pprowl -top -normalize -base=cpu.pb.gz cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 4.84s, Total samples = 0 
|Showing nodes accounting for 0, 0% of 0 total
|      flat  flat%   sum%        cum   cum%

$ pprowl -top -normalize cpu.pb.gz
!pprowl: must have base profile to normalize by
?2

$ pprowl -top -normalize -base=cpu.pb.gz mutex.pb.gz
!pprowl: -normalize: the profiles differ in their period types
?2

# A comment more.
$ pprowl -comments -add_comment='of a Monday' labels.pb.gz
|made by fixtures/make
|#not shown in headers
|of a Monday
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -top -add_comment='#not shown' -add_comment=shown tiny.pb.gz | head -n 3
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|shown

# A call tree is for graphs.
$ test "$(pprowl -tree -call_tree cpu.pb.gz)" = "$(pprowl -tree cpu.pb.gz)"

# Which of several sample types.
$ pprowl -top -alloc_space -inuse_space -contentions -sample_index=samples -mean_delay tiny.pb.gz
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: mean_samples
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1 
|Showing nodes accounting for 1, 100% of 1 total
|      flat  flat%   sum%        cum   cum%
|         1   100%   100%          1   100%  main
!Multiple value selections, ignoring -mean_delay
!Multiple value selections, ignoring -contentions
!Multiple value selections, ignoring -inuse_space
!Multiple value selections, ignoring -alloc_space

$ pprowl -top -contentions -total_delay mutex.pb.gz | head -n 3
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: delay
!Multiple value selections, ignoring -contentions
