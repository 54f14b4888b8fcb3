# The smallest profile.
$ pprowl -top tiny.pb.gz
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 10ms (  0.2%)
|Showing nodes accounting for 10ms, 100% of 10ms total
|      flat  flat%   sum%        cum   cum%
|      10ms   100%   100%       10ms   100%  main

# No samples.
$ pprowl -top empty.pb.gz
|File: idle
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 0 
|Showing nodes accounting for 0, 0% of 0 total
|      flat  flat%   sum%        cum   cum%

# Samples of nothing.
$ pprowl -top zero.pb.gz
|File: zero
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 0 
|Showing nodes accounting for 0, 0% of 0 total
|      flat  flat%   sum%        cum   cum%

# No rows of little weight: the reference's default.
$ pprowl -top cpu.pb.gz | head -n 20
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2.78s (114.99%)
|Showing nodes accounting for 2.56s, 92.09% of 2.78s total
|Dropped 63 nodes (cum <= 0.01s)
|      flat  flat%   sum%        cum   cum%
|     0.60s 21.58% 21.58%      0.60s 21.58%  main.fib
|     0.14s  5.04% 26.62%      0.14s  5.04%  strings.(*Reader).ReadByte (inline)
|     0.12s  4.32% 30.94%      0.14s  5.04%  cmp.Compare[go.shape.int] (inline)
|     0.12s  4.32% 35.25%      0.31s 11.15%  slices.partitionCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }]
|     0.12s  4.32% 39.57%      0.12s  4.32%  strings.(*Reader).UnreadByte (inline)
|     0.10s  3.60% 43.17%      0.33s 11.87%  runtime.mallocgcSmallScanNoHeader
|     0.09s  3.24% 46.40%      0.09s  3.24%  runtime.asyncPreempt
|     0.09s  3.24% 49.64%      0.13s  4.68%  runtime.unlock2
|     0.06s  2.16% 51.80%      0.12s  4.32%  cmp.Compare[go.shape.string] (inline)
|     0.06s  2.16% 53.96%      0.06s  2.16%  main.(*node).children (inline)
|     0.06s  2.16% 56.12%      0.42s 15.11%  main.grow
|     0.05s  1.80% 57.91%      0.05s  1.80%  cmpbody

# -text is the same report.
$ test "$(pprowl -text cpu.pb.gz)" = "$(pprowl -top cpu.pb.gz)"

# By what callees cost too.
$ pprowl -top -cum -nodecount=10 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2.78s (114.99%)
|Showing nodes accounting for 0.62s, 22.30% of 2.78s total
|Dropped 63 nodes (cum <= 0.01s)
|Showing top 10 nodes out of 140
|      flat  flat%   sum%        cum   cum%
|         0     0%     0%      2.36s 84.89%  main.labelled
|         0     0%     0%      2.36s 84.89%  main.labelled.func1
|         0     0%     0%      2.36s 84.89%  main.main
|         0     0%     0%      2.36s 84.89%  runtime.main
|         0     0%     0%      2.36s 84.89%  runtime/pprof.Do
|         0     0%     0%      0.62s 22.30%  main.evaluate
|         0     0%     0%      0.62s 22.30%  main.main.func3
|     0.02s  0.72%  0.72%      0.62s 22.30%  main.sorting
|     0.60s 21.58% 22.30%      0.60s 21.58%  main.fib
|         0     0% 22.30%      0.60s 21.58%  main.main.func1

# Every row.
$ pprowl -top -nodecount=0 -nodefraction=0 block.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: delay
|Time: 2026-11-20 17:44:06 UTC
|Showing nodes accounting for 433090.90us, 100% of 433090.90us total
|      flat  flat%   sum%        cum   cum%
|317739.24us 73.37% 73.37% 317739.24us 73.37%  sync.(*Mutex).Lock (inline)
|101967.01us 23.54% 96.91% 101967.01us 23.54%  runtime.chansend1
|10852.01us  2.51% 99.42% 10852.01us  2.51%  sync.(*WaitGroup).Wait
| 2429.10us  0.56%   100%  2429.10us  0.56%  runtime.chanrecv1
|  103.55us 0.024%   100%   103.55us 0.024%  runtime.chanrecv2
|         0     0%   100%  1845.59us  0.43%  internal/godebug.(*Setting).IncNonDefault
|         0     0%   100% 110058.55us 25.41%  main.contend
|         0     0%   100% 315997.20us 72.96%  main.contend.func1
|         0     0%   100%    23.48us 0.0054%  main.grow
|         0     0%   100%    23.48us 0.0054%  main.labelled
|         0     0%   100%    23.48us 0.0054%  main.labelled.func1
|         0     0%   100% 315893.65us 72.94%  main.locked
|         0     0%   100% 112487.65us 25.97%  main.main
|         0     0%   100%    23.48us 0.0054%  main.main.func2
|         0     0%   100%     1.72us 0.0004%  main.park
|         0     0%   100%  4606.05us  1.06%  main.park.func1
|         0     0%   100%  1845.59us  0.43%  main.waitDeep
|         0     0%   100%    23.48us 0.0054%  runtime.gcBgMarkStartWorkers
|         0     0%   100%    23.48us 0.0054%  runtime.gcStart
|         0     0%   100% 112487.65us 25.97%  runtime.main
|         0     0%   100%    23.48us 0.0054%  runtime.mallocgc
|         0     0%   100%    23.48us 0.0054%  runtime.mallocgcSmallScanNoHeader
|         0     0%   100%    23.48us 0.0054%  runtime.newobject
|         0     0%   100%    23.48us 0.0054%  runtime/pprof.Do
|         0     0%   100%  2403.89us  0.56%  runtime/pprof.StopCPUProfile
|         0     0%   100%  1845.59us  0.43%  sync.(*Once).Do (inline)
|         0     0%   100%  1845.59us  0.43%  sync.(*Once).doSlow
|         0     0%   100%  1845.59us  0.43%  time.After (inline)
|         0     0%   100%  1845.59us  0.43%  time.NewTimer
|         0     0%   100%  1845.59us  0.43%  time.syncTimer

# Nothing is trimmed.
$ pprowl -symbolize=none -top -trim=false -nodecount=5 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Showing nodes accounting for 347833.11kB, 100% of 347833.11kB total
|      flat  flat%   sum%        cum   cum%
|319640.69kB 91.89% 91.89% 319640.69kB 91.89%  demo/cache.(*Store).Put
|12688.13kB  3.65% 95.54% 12688.13kB  3.65%  demo/metrics.(*Registry).Counter
| 4770.20kB  1.37% 96.91%  4770.20kB  1.37%  reflect.mapassign_faststr0
| 2375.65kB  0.68% 97.60%  2375.65kB  0.68%  reflect.growslice
| 1280.28kB  0.37% 97.97%  1280.28kB  0.37%  demo/catalog.(*Catalog).add (inline)
| 1189.24kB  0.34% 98.31% 10269.03kB  2.95%  demo/catalog.(*Catalog).Load
| 1062.20kB  0.31% 98.61%  1062.20kB  0.31%  reflect.makemap
|  926.24kB  0.27% 98.88%   926.24kB  0.27%  image.NewGray
|  766.24kB  0.22% 99.10% 308167.27kB 88.60%  demo/server.(*Server).thumb
|  757.48kB  0.22% 99.32%   757.48kB  0.22%  encoding/json.(*decodeState).literalStore
|  513.50kB  0.15% 99.46%   513.50kB  0.15%  internal/bytealg.MakeNoZero
|  384.75kB  0.11% 99.57%  9498.89kB  2.73%  encoding/json.(*decodeState).object
|  324.63kB 0.093% 99.67% 312651.47kB 89.89%  demo/server.New.(*Server).timed.func2
|  268.52kB 0.077% 99.75%  4733.58kB  1.36%  demo/server.New.(*Server).timed.func1
|  244.48kB  0.07% 99.82%  6797.32kB  1.95%  demo/server.New.(*Server).timed.func3
|  212.41kB 0.061% 99.88%   212.41kB 0.061%  encoding/json.(*scanner).pushParseState
|  140.27kB  0.04% 99.92%   140.27kB  0.04%  reflect.unsafe_New
|  128.25kB 0.037%   100%   128.25kB 0.037%  fmt.Sprintf
|   88.52kB 0.025%   100%  2513.81kB  0.72%  demo/server.(*Server).order
|   24.36kB 0.007%   100%    24.36kB 0.007%  demo/server.newJournal (inline)
|    9.32kB 0.0027%   100%     9.32kB 0.0027%  runtime.mallocgc
|    9.25kB 0.0027%   100%     9.25kB 0.0027%  hash/crc32.slicingMakeTable
|    8.11kB 0.0023%   100%     8.11kB 0.0023%  internal/sync.runtime_SemacquireMutex
|    8.02kB 0.0023%   100%   136.27kB 0.039%  demo/load.request
|    4.32kB 0.0012%   100%     8.33kB 0.0024%  encoding/json.typeFields
|    4.02kB 0.0012%   100%     4.02kB 0.0012%  demo/catalog.New (inline)
|    4.01kB 0.0012%   100%     4.01kB 0.0012%  internal/abi.NewName
|         0     0%   100%     9.25kB 0.0027%  compress/gzip.(*Writer).Write
|         0     0%   100%     4.05kB 0.0012%  demo/cache.(*Store).Get
|         0     0%   100%     4.05kB 0.0012%  demo/cache.(*Store).Sweep
|         0     0%   100% 337517.12kB 97.03%  demo/load.Run.func1
|         0     0%   100% 12688.13kB  3.65%  demo/metrics.(*Registry).Since
|         0     0%   100% 10269.03kB  2.95%  demo/server.(*Server).WarmUp (inline)
|         0     0%   100%   926.24kB  0.27%  demo/server.(*Server).report
|         0     0%   100%   926.24kB  0.27%  demo/server.(*journal).draw
|         0     0%   100%    28.38kB 0.0082%  demo/server.New
|         0     0%   100%   950.71kB  0.27%  demo/server.New.(*Server).timed.func4
|         0     0%   100% 337380.86kB 97.00%  demo/server.New.(*Server).withSession.func5
|         0     0%   100%   513.50kB  0.15%  demo/server.clean
|         0     0%   100%  1911.79kB  0.55%  encoding/json.(*Decoder).Decode
|         0     0%   100%  2820.52kB  0.81%  encoding/json.(*decodeState).array
|         0     0%   100%    44.09kB 0.013%  encoding/json.(*decodeState).scanWhile
|         0     0%   100%  9542.97kB  2.74%  encoding/json.(*decodeState).unmarshal
|         0     0%   100%  9498.89kB  2.73%  encoding/json.(*decodeState).value
|         0     0%   100%  7799.51kB  2.24%  encoding/json.Unmarshal
|         0     0%   100%     8.33kB 0.0024%  encoding/json.cachedTypeFields
|         0     0%   100%   168.33kB 0.048%  encoding/json.checkValid
|         0     0%   100%     4.01kB 0.0012%  encoding/json.newTypeEncoder
|         0     0%   100%   212.41kB 0.061%  encoding/json.stateBeginValue
|         0     0%   100%     4.01kB 0.0012%  encoding/json.typeEncoder
|         0     0%   100%     4.01kB 0.0012%  encoding/json.typeEncoder.OnceValue[go.shape.func(*encoding/json.encodeState, reflect.Value, encoding/json.encOpts)].func3 (inline)
|         0     0%   100%     4.01kB 0.0012%  encoding/json.typeEncoder.func1
|         0     0%   100%     4.01kB 0.0012%  encoding/json.typeEncoder.typeEncoder.OnceValue[go.shape.func(*encoding/json.encodeState, reflect.Value, encoding/json.encOpts)].func3.func4
|         0     0%   100%     9.25kB 0.0027%  hash/crc32.Update (inline)
|         0     0%   100%     9.25kB 0.0027%  hash/crc32.archInitIEEE (inline)
|         0     0%   100%     9.25kB 0.0027%  hash/crc32.init.OnceFunc.func4
|         0     0%   100%     9.25kB 0.0027%  hash/crc32.init.OnceFunc.func4.1
|         0     0%   100%     9.25kB 0.0027%  hash/crc32.init.func2
|         0     0%   100%     9.25kB 0.0027%  hash/crc32.update
|         0     0%   100%     8.11kB 0.0023%  internal/sync.(*Mutex).Lock (inline)
|         0     0%   100%     8.11kB 0.0023%  internal/sync.(*Mutex).lockSlow
|         0     0%   100% 10306.67kB  2.96%  main.main
|         0     0%   100%     9.25kB 0.0027%  main.snapshot
|         0     0%   100% 325133.09kB 93.47%  net/http.(*ServeMux).ServeHTTP
|         0     0%   100% 337380.86kB 97.00%  net/http.HandlerFunc.ServeHTTP
|         0     0%   100%     4.01kB 0.0012%  reflect.(*rtype).ptrTo
|         0     0%   100%  1062.20kB  0.31%  reflect.MakeMap (inline)
|         0     0%   100%  1062.20kB  0.31%  reflect.MakeMapWithSize
|         0     0%   100%   140.27kB  0.04%  reflect.New
|         0     0%   100%     4.01kB 0.0012%  reflect.PointerTo (inline)
|         0     0%   100%  2375.65kB  0.68%  reflect.Value.Grow
|         0     0%   100%  4770.20kB  1.37%  reflect.Value.SetMapIndex
|         0     0%   100%  2375.65kB  0.68%  reflect.Value.grow
|         0     0%   100%  4770.20kB  1.37%  reflect.mapassign_faststr
|         0     0%   100%     4.01kB 0.0012%  reflect.newName (inline)
|         0     0%   100%     5.08kB 0.0015%  runtime.allocm
|         0     0%   100% 10306.67kB  2.96%  runtime.main
|         0     0%   100%     4.24kB 0.0012%  runtime.malg
|         0     0%   100%     5.08kB 0.0015%  runtime.mstart
|         0     0%   100%     5.08kB 0.0015%  runtime.mstart0
|         0     0%   100%     5.08kB 0.0015%  runtime.mstart1
|         0     0%   100%     5.08kB 0.0015%  runtime.newm
|         0     0%   100%     9.32kB 0.0027%  runtime.newobject
|         0     0%   100%     4.24kB 0.0012%  runtime.newproc.func1
|         0     0%   100%     4.24kB 0.0012%  runtime.newproc1
|         0     0%   100%     5.08kB 0.0015%  runtime.resetspinning
|         0     0%   100%     5.08kB 0.0015%  runtime.schedule
|         0     0%   100%     5.08kB 0.0015%  runtime.startm
|         0     0%   100%     4.24kB 0.0012%  runtime.systemstack
|         0     0%   100%     5.08kB 0.0015%  runtime.wakep
|         0     0%   100%     9.25kB 0.0027%  runtime/pprof.(*profileBuilder).flush
|         0     0%   100%     9.25kB 0.0027%  runtime/pprof.(*profileBuilder).pbSample
|         0     0%   100%     9.25kB 0.0027%  runtime/pprof.WriteHeapProfile (inline)
|         0     0%   100%     9.25kB 0.0027%  runtime/pprof.writeHeap (inline)
|         0     0%   100%     9.25kB 0.0027%  runtime/pprof.writeHeapInternal
|         0     0%   100%     9.25kB 0.0027%  runtime/pprof.writeHeapProto
|         0     0%   100%   513.50kB  0.15%  strings.(*Builder).Grow
|         0     0%   100%   513.50kB  0.15%  strings.(*Builder).grow
|         0     0%   100%   513.50kB  0.15%  strings.ToUpper
|         0     0%   100%     8.11kB 0.0023%  sync.(*Mutex).Lock (inline)
|         0     0%   100%    13.26kB 0.0038%  sync.(*Once).Do (partial-inline)
|         0     0%   100%    13.26kB 0.0038%  sync.(*Once).doSlow

# A few rows.
$ pprowl -top -nodecount=3 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Showing nodes accounting for 329.20MB, 96.91% of 339.68MB total
|Dropped 74 nodes (cum <= 1.70MB)
|Showing top 3 nodes out of 28
|      flat  flat%   sum%        cum   cum%
|  312.15MB 91.89% 91.89%   312.15MB 91.89%  demo/cache.(*Store).Put
|   12.39MB  3.65% 95.54%    12.39MB  3.65%  demo/metrics.(*Registry).Counter
|    4.66MB  1.37% 96.91%     4.66MB  1.37%  reflect.mapassign_faststr0

# Rows above a tenth.
$ pprowl -top -nodefraction=0.1 cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2.78s (114.99%)
|Showing nodes accounting for 0.98s, 35.25% of 2.78s total
|Dropped 179 nodes (cum <= 0.28s)
|      flat  flat%   sum%        cum   cum%
|     0.60s 21.58% 21.58%      0.60s 21.58%  main.fib
|     0.12s  4.32% 25.90%      0.31s 11.15%  slices.partitionCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }]
|     0.10s  3.60% 29.50%      0.33s 11.87%  runtime.mallocgcSmallScanNoHeader
|     0.06s  2.16% 31.65%      0.42s 15.11%  main.grow
|     0.04s  1.44% 33.09%      0.44s 15.83%  runtime.mallocgc
|     0.03s  1.08% 34.17%      0.32s 11.51%  busy/parse.(*parser).chain
|     0.02s  0.72% 34.89%      0.62s 22.30%  main.sorting
|     0.01s  0.36% 35.25%      0.40s 14.39%  slices.pdqsortCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }]
|         0     0% 35.25%      0.32s 11.51%  busy/parse.(*parser).atom
|         0     0% 35.25%      0.32s 11.51%  busy/parse.(*parser).product
|         0     0% 35.25%      0.32s 11.51%  busy/parse.(*parser).sum (inline)
|         0     0% 35.25%      0.35s 12.59%  busy/parse.Eval
|         0     0% 35.25%      0.62s 22.30%  main.evaluate
|         0     0% 35.25%      2.36s 84.89%  main.labelled
|         0     0% 35.25%      2.36s 84.89%  main.labelled.func1
|         0     0% 35.25%      2.36s 84.89%  main.main
|         0     0% 35.25%      0.60s 21.58%  main.main.func1
|         0     0% 35.25%      0.52s 18.71%  main.main.func2
|         0     0% 35.25%      0.62s 22.30%  main.main.func3
|         0     0% 35.25%      0.40s 14.39%  main.sortPairs[go.shape.int,go.shape.string]
|         0     0% 35.25%      2.36s 84.89%  runtime.main
|         0     0% 35.25%      0.35s 12.59%  runtime.newobject
|         0     0% 35.25%      2.36s 84.89%  runtime/pprof.Do
|         0     0% 35.25%      0.40s 14.39%  slices.SortFunc[go.shape.[]main.pair[go.shape.int,go.shape.string],go.shape.struct { main.key go.shape.int; main.value go.shape.string }] (inline)

# Without the lines about the profile.
$ pprowl -top -compact_labels -nodecount=2 labels.pb.gz
|Showing nodes accounting for 1160ms, 73.89% of 1570ms total
|Showing top 2 nodes out of 7
|      flat  flat%   sum%        cum   cum%
|    1010ms 64.33% 64.33%     1570ms   100%  handle
|     150ms  9.55% 73.89%      150ms  9.55%  work3
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Another sample type, by name, by number, and by an option of its own.
$ pprowl -top -nodecount=2 -sample_index=alloc_objects demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: alloc_objects
|Time: 2026-11-20 17:44:03 UTC
|Showing nodes accounting for 1979174, 35.44% of 5585266 total
|Dropped 125 nodes (cum <= 27926)
|Showing top 2 nodes out of 86
|      flat  flat%   sum%        cum   cum%
|   1624414 29.08% 29.08%    1624414 29.08%  reflect.unsafe_New
|    354760  6.35% 35.44%     354760  6.35%  encoding/json.(*decodeState).literalStore

$ pprowl -top -nodecount=2 -sample_index=0 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: alloc_objects
|Time: 2026-11-20 17:44:03 UTC
|Showing nodes accounting for 1979174, 35.44% of 5585266 total
|Dropped 125 nodes (cum <= 27926)
|Showing top 2 nodes out of 86
|      flat  flat%   sum%        cum   cum%
|   1624414 29.08% 29.08%    1624414 29.08%  reflect.unsafe_New
|    354760  6.35% 35.44%     354760  6.35%  encoding/json.(*decodeState).literalStore

$ pprowl -top -nodecount=2 -inuse_objects demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_objects
|Time: 2026-11-20 17:44:03 UTC
|Showing nodes accounting for 128516, 29.65% of 433424 total
|Dropped 57 nodes (cum <= 2167)
|Showing top 2 nodes out of 45
|      flat  flat%   sum%        cum   cum%
|     67736 15.63% 15.63%      67736 15.63%  demo/cache.(*Store).Put
|     60780 14.02% 29.65%      60780 14.02%  demo/metrics.(*Registry).Counter

# The profile's own default is the first; later ones by number.
$ pprowl -top units.pb.gz
|Type: space
|Time: 2024-05-01 12:00:00 UTC
|Duration: 90s, Total samples = 1178.55MB 
|Showing nodes accounting for 1174.40MB, 99.65% of 1178.55MB total
|Dropped 8 nodes (cum <= 5.89MB)
|      flat  flat%   sum%        cum   cum%
|  878.32MB 74.53% 74.53%   878.32MB 74.53%  unit12
|  225.70MB 19.15% 93.68%   225.70MB 19.15%  unit11
|   56.60MB  4.80% 98.48%    56.60MB  4.80%  unit10
|   13.78MB  1.17% 99.65%    13.78MB  1.17%  unit09
|         0     0% 99.65%  1178.55MB   100%  main

$ pprowl -top -sample_index=3 units.pb.gz
|Type: wait
|Time: 2024-05-01 12:00:00 UTC
|Duration: 90s, Total samples = 342.83hrs (1371339.21%)
|Showing nodes accounting for 341.63hrs, 99.65% of 342.83hrs total
|Dropped 8 nodes (cum <= 1.71hrs)
|      flat  flat%   sum%        cum   cum%
| 255.53hrs 74.54% 74.54%  255.53hrs 74.54%  unit12
|  65.64hrs 19.15% 93.68%   65.64hrs 19.15%  unit11
|  16.45hrs  4.80% 98.48%   16.45hrs  4.80%  unit10
|      4hrs  1.17% 99.65%       4hrs  1.17%  unit09
|         0     0% 99.65%  342.83hrs   100%  main

# A unit of one's own, and one that fits each value.
$ pprowl -top -nodecount=3 -unit=kB demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Showing nodes accounting for 337099.03kB, 96.91% of 347833.11kB total
|Dropped 74 nodes (cum <= 1739.17kB)
|Showing top 3 nodes out of 28
|      flat  flat%   sum%        cum   cum%
|319640.69kB 91.89% 91.89% 319640.69kB 91.89%  demo/cache.(*Store).Put
|12688.13kB  3.65% 95.54% 12688.13kB  3.65%  demo/metrics.(*Registry).Counter
| 4770.20kB  1.37% 96.91%  4770.20kB  1.37%  reflect.mapassign_faststr0

$ pprowl -top -nodecount=3 -unit=auto cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2.78s (114.99%)
|Showing nodes accounting for 860ms, 30.94% of 2.78s total
|Dropped 63 nodes (cum <= 13.90ms)
|Showing top 3 nodes out of 140
|      flat  flat%   sum%        cum   cum%
|     600ms 21.58% 21.58%      600ms 21.58%  main.fib
|     140ms  5.04% 26.62%      140ms  5.04%  strings.(*Reader).ReadByte
|     120ms  4.32% 30.94%      140ms  5.04%  cmp.Compare[go.shape.int]

# A difference that was saved: values below zero.
$ pprowl -top negative.pb.gz
|Type: inuse_space
|Time: 2024-05-01 12:00:00 UTC
|Showing nodes accounting for 260MB, 166.66% of 156MB total
|      flat  flat%   sum%        cum   cum%
|     350MB 224.36% 224.36%      350MB 224.36%  store.Put
|     -90MB 57.69% 166.67%      -90MB 57.69%  store.drop
|      -7MB  4.49% 162.18%       -7MB  4.49%  balance.Down
|       7MB  4.48% 166.66%        7MB  4.48%  balance.Up
|         0     0% 166.66%      260MB 166.66%  main.main
|         0     0% 166.66%      251MB 160.89%  main.serve

# Frames that the profile asks to drop, and with them.
$ pprowl -top frames.pb.gz
|File: frames
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 280ms ( 5.60%)
|Showing nodes accounting for 280ms, 100% of 280ms total
|      flat  flat%   sum%        cum   cum%
|      70ms 25.00% 25.00%       70ms 25.00%  reallocate
|      60ms 21.43% 46.43%       60ms 21.43%  wrapper
|      50ms 17.86% 64.29%      270ms 96.43%  main
|      50ms 17.86% 82.14%      220ms 78.57%  work
|      40ms 14.29% 96.43%       40ms 14.29%  below
|      10ms  3.57%   100%       10ms  3.57%  alloc_page
|         0     0%   100%       40ms 14.29%  alloc_important

$ pprowl -top -all_frames frames.pb.gz
~go tool pprof has no -all_frames
|File: frames
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 280ms ( 5.60%)
|Showing nodes accounting for 280ms, 100% of 280ms total
|      flat  flat%   sum%        cum   cum%
|     170ms 60.71% 60.71%      170ms 60.71%  below
|      70ms 25.00% 85.71%       70ms 25.00%  reallocate
|      30ms 10.71% 96.43%       50ms 17.86%  sys.read
|      10ms  3.57%   100%       80ms 28.57%  alloc_page
|         0     0%   100%       40ms 14.29%  alloc_important
|         0     0%   100%       60ms 21.43%  alloc_small (inline)
|         0     0%   100%      270ms 96.43%  main
|         0     0%   100%      220ms 78.57%  work
|         0     0%   100%       60ms 21.43%  wrapper

# Addresses without names.
$ pprowl -symbolize=none -top nosym.pb.gz
|File: server
|Build ID: 0123456789abcdef0123456789abcdef01234567
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Showing nodes accounting for 4700ms, 100% of 4700ms total
|      flat  flat%   sum%        cum   cum%
|    3680ms 78.30% 78.30%     4700ms   100%  [server]
|     320ms  6.81% 85.11%      320ms  6.81%  [anon]
|     230ms  4.89% 90.00%      230ms  4.89%  [[vdso]]
|     190ms  4.04% 94.04%      190ms  4.04%  [libc.so.6]
|     160ms  3.40% 97.45%      160ms  3.40%  [plugin.so (deleted)]
|      70ms  1.49% 98.94%       70ms  1.49%  [[kernel.kallsyms]_stext]
|      50ms  1.06%   100%       50ms  1.06%  <unknown>

# Recursion counts once.
$ pprowl -top -nodecount=5 deep.pb.gz
|File: deep
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 460ms ( 9.20%)
|Showing nodes accounting for 400ms, 86.96% of 460ms total
|Showing top 5 nodes out of 605
|      flat  flat%   sum%        cum   cum%
|     150ms 32.61% 32.61%      150ms 32.61%  self
|     100ms 21.74% 54.35%      100ms 21.74%  leaf
|      60ms 13.04% 67.39%       60ms 13.04%  step000
|      50ms 10.87% 78.26%      110ms 23.91%  step100
|      40ms  8.70% 86.96%      150ms 32.61%  step200

# C++ and Rust names.
$ pprowl -top cpp.pb.gz
|File: server
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 3.51s (70.20%)
|Showing nodes accounting for 3.51s, 100% of 3.51s total
|      flat  flat%   sum%        cum   cum%
|     0.50s 14.25% 14.25%      0.91s 25.93%  <mycrate::Thing as mycrate::Trait<i32>>::foo (partial-inline)
|     0.46s 13.11% 27.35%      0.82s 23.36%  core::fmt::Formatter::pad (partial-inline)
|     0.42s 11.97% 39.32%      0.73s 20.80%  malloc (partial-inline)
|     0.38s 10.83% 50.14%      0.64s 18.23%  operator new(unsigned long) (partial-inline)
|     0.34s  9.69% 59.83%      0.55s 15.67%  void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (partial-inline)
|     0.30s  8.55% 68.38%      0.46s 13.11%  std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (partial-inline)
|     0.26s  7.41% 75.78%      3.51s   100%  app::main()::$_0::operator()() const (partial-inline)
|     0.22s  6.27% 82.05%      3.51s   100%  app::main()::{lambda()#1}::operator()() const (partial-inline)
|     0.18s  5.13% 87.18%      0.71s 20.23%  net::Socket::~Socket() (partial-inline)
|     0.14s  3.99% 91.17%      0.62s 17.66%  net::Socket::operator<<(net::Socket const&) (partial-inline)
|     0.13s  3.70% 94.87%      0.13s  3.70%  [libstdc++.so.6]
|     0.10s  2.85% 97.72%      0.66s 18.80%  (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (partial-inline)
|     0.06s  1.71% 99.43%      0.57s 16.24%  std::vector<int, std::allocator<int> >::push_back(int const&) (partial-inline)
|     0.02s  0.57%   100%      0.58s 16.52%  base::tasks::ThreadPool::Run() (partial-inline)
|         0     0%   100%      3.51s   100%  main

# Ids near 2^64, tables the wrong way round.
$ pprowl -top sparse.pb.gz
|File: frames
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 280ms ( 5.60%)
|Showing nodes accounting for 280ms, 100% of 280ms total
|      flat  flat%   sum%        cum   cum%
|     170ms 60.71% 60.71%      170ms 60.71%  below
|      70ms 25.00% 85.71%       70ms 25.00%  reallocate
|      30ms 10.71% 96.43%       50ms 17.86%  sys.read
|      10ms  3.57%   100%       80ms 28.57%  alloc_page
|         0     0%   100%       40ms 14.29%  alloc_important
|         0     0%   100%       60ms 21.43%  alloc_small (inline)
|         0     0%   100%      270ms 96.43%  main
|         0     0%   100%      220ms 78.57%  work
|         0     0%   100%       60ms 21.43%  wrapper

# A profile that is not compressed.
$ pprowl -top raw.pb
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1570ms (31.40%)
|Showing nodes accounting for 1570ms, 100% of 1570ms total
|      flat  flat%   sum%        cum   cum%
|    1010ms 64.33% 64.33%     1570ms   100%  handle
|     150ms  9.55% 73.89%      150ms  9.55%  work3
|     130ms  8.28% 82.17%      130ms  8.28%  work2
|     120ms  7.64% 89.81%      120ms  7.64%  work4
|     100ms  6.37% 96.18%      100ms  6.37%  work1
|      60ms  3.82%   100%       60ms  3.82%  work0
|         0     0%   100%     1570ms   100%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# From a pipe.
$ pprowl -top - <tiny.pb.gz
~it does not read standard input
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 10ms (  0.2%)
|Showing nodes accounting for 10ms, 100% of 10ms total
|      flat  flat%   sum%        cum   cum%
|      10ms   100%   100%       10ms   100%  main

# Two profiles are one.
$ pprowl -top tiny.pb.gz tiny.pb.gz
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 10s, Total samples = 20ms (  0.2%)
|Showing nodes accounting for 20ms, 100% of 20ms total
|      flat  flat%   sum%        cum   cum%
|      20ms   100%   100%       20ms   100%  main

# The binary in front names the file.
$ pprowl -top "$(command -v sh)" tiny.pb.gz | tail -n 4
|Duration: 5s, Total samples = 10ms (  0.2%)
|Showing nodes accounting for 10ms, 100% of 10ms total
|      flat  flat%   sum%        cum   cum%
|      10ms   100%   100%       10ms   100%  main

# Without a report and without a terminal it is this one.
$ pprowl tiny.pb.gz
~it prompts without a report
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 10ms (  0.2%)
|Showing nodes accounting for 10ms, 100% of 10ms total
|      flat  flat%   sum%        cum   cum%
|      10ms   100%   100%       10ms   100%  main
