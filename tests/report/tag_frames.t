# The first key is next to the root, the last to the leaf.
$ pprowl -traces -tagroot=method,tenant labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|-----------+-------------------------------------------------------
|    method:  GET
|    tenant:  blue green 0
|   latency:  250us -3us
|   request:  64B
|      10ms   work0
|             handle
|             main
|             blue,green 0
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  500us
|   request:  128B
|      20ms   handle
|             main
|             <unknown>
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  750us
|   request:  256B
|      30ms   handle
|             main
|             <unknown>
|             DELETE
|-----------+-------------------------------------------------------
|   latency:  1ms
|   request:  512B
|      40ms   work3
|             handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  1.25ms
|   request:  1kB
|      50ms   handle
|             main
|             <unknown>
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|    tenant:  blue green 5
|   latency:  1.50ms
|   request:  2kB
|      60ms   handle
|             main
|             blue,green 5
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  1.75ms
|   request:  4kB
|      70ms   work1
|             handle
|             main
|             <unknown>
|             DELETE
|-----------+-------------------------------------------------------
|   latency:  2ms
|   request:  8kB
|      10ms   handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  2.25ms 5us
|   request:  16kB
|   retries:  1
|      20ms   handle
|             main
|             <unknown>
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  2.50ms
|   request:  64B
|      30ms   work4
|             handle
|             main
|             <unknown>
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|    tenant:  blue green 10
|   latency:  2.75ms
|   request:  128B
|      40ms   handle
|             main
|             blue,green 10
|             DELETE
|-----------+-------------------------------------------------------
|   latency:  3ms
|   request:  256B
|      50ms   handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  3.25ms
|   request:  512B
|      60ms   work2
|             handle
|             main
|             <unknown>
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  3.50ms
|   request:  1kB
|      70ms   handle
|             main
|             <unknown>
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  3.75ms
|   request:  2kB
|      10ms   handle
|             main
|             <unknown>
|             DELETE
|-----------+-------------------------------------------------------
|    tenant:  blue green 15
|   latency:  4ms
|   request:  4kB
|      20ms   work0
|             handle
|             main
|             blue,green 15
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  4.25ms 13us
|   request:  8kB
|   retries:  2
|      30ms   handle
|             main
|             <unknown>
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  4.50ms
|   request:  16kB
|      40ms   handle
|             main
|             <unknown>
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  4.75ms
|   request:  64B
|      50ms   work3
|             handle
|             main
|             <unknown>
|             DELETE
|-----------+-------------------------------------------------------
|   latency:  5ms
|   request:  128B
|      60ms   handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|    tenant:  blue green 20
|   latency:  5.25ms
|   request:  256B
|      70ms   handle
|             main
|             blue,green 20
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  5.50ms
|   request:  512B
|      10ms   work1
|             handle
|             main
|             <unknown>
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  5.75ms
|   request:  1kB
|      20ms   handle
|             main
|             <unknown>
|             DELETE
|-----------+-------------------------------------------------------
|   latency:  6ms
|   request:  2kB
|      30ms   handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  6.25ms 21us
|   request:  4kB
|   retries:  3
|      40ms   work4
|             handle
|             main
|             <unknown>
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|    tenant:  blue green 25
|   latency:  6.50ms
|   request:  8kB
|      50ms   handle
|             main
|             blue,green 25
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  6.75ms
|   request:  16kB
|      60ms   handle
|             main
|             <unknown>
|             DELETE
|-----------+-------------------------------------------------------
|   latency:  7ms
|   request:  64B
|      70ms   work2
|             handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  7.25ms
|   request:  128B
|      10ms   handle
|             main
|             <unknown>
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  7.50ms
|   request:  256B
|      20ms   handle
|             main
|             <unknown>
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|    tenant:  blue green 30
|   latency:  7.75ms
|   request:  512B
|      30ms   work0
|             handle
|             main
|             blue,green 30
|             DELETE
|-----------+-------------------------------------------------------
|   latency:  8ms
|   request:  1kB
|      40ms   handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  8.25ms 29us
|   request:  2kB
|   retries:  4
|      50ms   handle
|             main
|             <unknown>
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  8.50ms
|   request:  4kB
|      60ms   work3
|             handle
|             main
|             <unknown>
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  8.75ms
|   request:  8kB
|      70ms   handle
|             main
|             <unknown>
|             DELETE
|-----------+-------------------------------------------------------
|    tenant:  blue green 35
|   latency:  9ms
|   request:  16kB
|      10ms   handle
|             main
|             blue,green 35
|             <unknown>
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  9.25ms
|   request:  64B
|      20ms   work1
|             handle
|             main
|             <unknown>
|             GET
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  9.50ms
|   request:  128B
|      30ms   handle
|             main
|             <unknown>
|             POST
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  9.75ms
|   request:  256B
|      40ms   handle
|             main
|             <unknown>
|             DELETE
|-----------+-------------------------------------------------------
|   latency:  10ms
|   request:  512B
|      50ms   work4
|             handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
|      20ms   handle
|             main
|             <unknown>
|             <unknown>
|-----------+-------------------------------------------------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -traces -tagleaf=method,tenant labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|-----------+-------------------------------------------------------
|    method:  GET
|    tenant:  blue green 0
|   latency:  250us -3us
|   request:  64B
|      10ms   blue,green 0
|             GET
|             work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  500us
|   request:  128B
|      20ms   <unknown>
|             POST
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  750us
|   request:  256B
|      30ms   <unknown>
|             DELETE
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  1ms
|   request:  512B
|      40ms   <unknown>
|             <unknown>
|             work3
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  1.25ms
|   request:  1kB
|      50ms   <unknown>
|             GET
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|    tenant:  blue green 5
|   latency:  1.50ms
|   request:  2kB
|      60ms   blue,green 5
|             POST
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  1.75ms
|   request:  4kB
|      70ms   <unknown>
|             DELETE
|             work1
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  2ms
|   request:  8kB
|      10ms   <unknown>
|             <unknown>
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  2.25ms 5us
|   request:  16kB
|   retries:  1
|      20ms   <unknown>
|             GET
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  2.50ms
|   request:  64B
|      30ms   <unknown>
|             POST
|             work4
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|    tenant:  blue green 10
|   latency:  2.75ms
|   request:  128B
|      40ms   blue,green 10
|             DELETE
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  3ms
|   request:  256B
|      50ms   <unknown>
|             <unknown>
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  3.25ms
|   request:  512B
|      60ms   <unknown>
|             GET
|             work2
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  3.50ms
|   request:  1kB
|      70ms   <unknown>
|             POST
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  3.75ms
|   request:  2kB
|      10ms   <unknown>
|             DELETE
|             handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 15
|   latency:  4ms
|   request:  4kB
|      20ms   blue,green 15
|             <unknown>
|             work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  4.25ms 13us
|   request:  8kB
|   retries:  2
|      30ms   <unknown>
|             GET
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  4.50ms
|   request:  16kB
|      40ms   <unknown>
|             POST
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  4.75ms
|   request:  64B
|      50ms   <unknown>
|             DELETE
|             work3
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  5ms
|   request:  128B
|      60ms   <unknown>
|             <unknown>
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|    tenant:  blue green 20
|   latency:  5.25ms
|   request:  256B
|      70ms   blue,green 20
|             GET
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  5.50ms
|   request:  512B
|      10ms   <unknown>
|             POST
|             work1
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  5.75ms
|   request:  1kB
|      20ms   <unknown>
|             DELETE
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  6ms
|   request:  2kB
|      30ms   <unknown>
|             <unknown>
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  6.25ms 21us
|   request:  4kB
|   retries:  3
|      40ms   <unknown>
|             GET
|             work4
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|    tenant:  blue green 25
|   latency:  6.50ms
|   request:  8kB
|      50ms   blue,green 25
|             POST
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  6.75ms
|   request:  16kB
|      60ms   <unknown>
|             DELETE
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  7ms
|   request:  64B
|      70ms   <unknown>
|             <unknown>
|             work2
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  7.25ms
|   request:  128B
|      10ms   <unknown>
|             GET
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  7.50ms
|   request:  256B
|      20ms   <unknown>
|             POST
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|    tenant:  blue green 30
|   latency:  7.75ms
|   request:  512B
|      30ms   blue,green 30
|             DELETE
|             work0
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  8ms
|   request:  1kB
|      40ms   <unknown>
|             <unknown>
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  8.25ms 29us
|   request:  2kB
|   retries:  4
|      50ms   <unknown>
|             GET
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  8.50ms
|   request:  4kB
|      60ms   <unknown>
|             POST
|             work3
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  8.75ms
|   request:  8kB
|      70ms   <unknown>
|             DELETE
|             handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 35
|   latency:  9ms
|   request:  16kB
|      10ms   blue,green 35
|             <unknown>
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  9.25ms
|   request:  64B
|      20ms   <unknown>
|             GET
|             work1
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  9.50ms
|   request:  128B
|      30ms   <unknown>
|             POST
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  9.75ms
|   request:  256B
|      40ms   <unknown>
|             DELETE
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  10ms
|   request:  512B
|      50ms   <unknown>
|             <unknown>
|             work4
|             handle
|             main
|-----------+-------------------------------------------------------
|      20ms   <unknown>
|             <unknown>
|             handle
|             main
|-----------+-------------------------------------------------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -top -tagroot=method -tagleaf=,latency, labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Showing nodes accounting for 1.57s, 100% of 1.57s total
|      flat  flat%   sum%        cum   cum%
|     0.07s  4.46%  4.46%      0.07s  4.46%  1.75ms
|     0.07s  4.46%  8.92%      0.07s  4.46%  3.50ms
|     0.07s  4.46% 13.38%      0.07s  4.46%  5.25ms
|     0.07s  4.46% 17.83%      0.07s  4.46%  7ms
|     0.07s  4.46% 22.29%      0.07s  4.46%  8.75ms
|     0.06s  3.82% 26.11%      0.06s  3.82%  1.50ms
|     0.06s  3.82% 29.94%      0.06s  3.82%  3.25ms
|     0.06s  3.82% 33.76%      0.06s  3.82%  5ms
|     0.06s  3.82% 37.58%      0.06s  3.82%  6.75ms
|     0.06s  3.82% 41.40%      0.06s  3.82%  8.50ms
|     0.05s  3.18% 44.59%      0.05s  3.18%  1.25ms
|     0.05s  3.18% 47.77%      0.05s  3.18%  10ms
|     0.05s  3.18% 50.96%      0.05s  3.18%  3ms
|     0.05s  3.18% 54.14%      0.05s  3.18%  4.75ms
|     0.05s  3.18% 57.32%      0.05s  3.18%  6.50ms
|     0.05s  3.18% 60.51%      0.05s  3.18%  8.25ms,29ms
|     0.04s  2.55% 63.06%      0.04s  2.55%  1ms
|     0.04s  2.55% 65.61%      0.04s  2.55%  2.75ms
|     0.04s  2.55% 68.15%      0.04s  2.55%  4.50ms
|     0.04s  2.55% 70.70%      0.04s  2.55%  6.25ms,21ms
|     0.04s  2.55% 73.25%      0.04s  2.55%  8ms
|     0.04s  2.55% 75.80%      0.04s  2.55%  9.75ms
|     0.03s  1.91% 77.71%      0.03s  1.91%  2.50ms
|     0.03s  1.91% 79.62%      0.03s  1.91%  4.25ms,13ms
|     0.03s  1.91% 81.53%      0.03s  1.91%  6ms
|     0.03s  1.91% 83.44%      0.03s  1.91%  7.75ms
|     0.03s  1.91% 85.35%      0.03s  1.91%  750us
|     0.03s  1.91% 87.26%      0.03s  1.91%  9.50ms
|     0.02s  1.27% 88.54%      0.02s  1.27%  2.25ms,5ms
|     0.02s  1.27% 89.81%      0.02s  1.27%  4ms
|     0.02s  1.27% 91.08%      0.02s  1.27%  5.75ms
|     0.02s  1.27% 92.36%      0.02s  1.27%  500us
|     0.02s  1.27% 93.63%      0.02s  1.27%  7.50ms
|     0.02s  1.27% 94.90%      0.02s  1.27%  9.25ms
|     0.02s  1.27% 96.18%      0.40s 25.48%  <unknown>
|     0.01s  0.64% 96.82%      0.01s  0.64%  250us,-3ms
|     0.01s  0.64% 97.45%      0.01s  0.64%  2ms
|     0.01s  0.64% 98.09%      0.01s  0.64%  3.75ms
|     0.01s  0.64% 98.73%      0.01s  0.64%  5.50ms
|     0.01s  0.64% 99.36%      0.01s  0.64%  7.25ms
|     0.01s  0.64%   100%      0.01s  0.64%  9ms
|         0     0%   100%      0.42s 26.75%  DELETE
|         0     0%   100%      0.36s 22.93%  GET
|         0     0%   100%      0.39s 24.84%  POST
|         0     0%   100%      1.57s   100%  handle
|         0     0%   100%      1.57s   100%  main
|         0     0%   100%      0.06s  3.82%  work0
|         0     0%   100%      0.10s  6.37%  work1
|         0     0%   100%      0.13s  8.28%  work2
|         0     0%   100%      0.15s  9.55%  work3
|         0     0%   100%      0.12s  7.64%  work4
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -top -tagroot=request,method -filefunctions -unit=kb labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Showing nodes accounting for 1.57s, 100% of 1.57s total
|      flat  flat%   sum%        cum   cum%
|     1.01s 64.33% 64.33%      1.57s   100%  handle labels.c
|     0.15s  9.55% 73.89%      0.15s  9.55%  work3 work.c
|     0.13s  8.28% 82.17%      0.13s  8.28%  work2 work.c
|     0.12s  7.64% 89.81%      0.12s  7.64%  work4 work.c
|     0.10s  6.37% 96.18%      0.10s  6.37%  work1 work.c
|     0.06s  3.82%   100%      0.06s  3.82%  work0 work.c
|         0     0%   100%      0.18s 11.46%  1024 request
|         0     0%   100%      0.16s 10.19%  128 request
|         0     0%   100%      0.13s  8.28%  16384 request
|         0     0%   100%      0.15s  9.55%  2048 request
|         0     0%   100%      0.21s 13.38%  256 request
|         0     0%   100%      0.19s 12.10%  4096 request
|         0     0%   100%      0.19s 12.10%  512 request
|         0     0%   100%      0.18s 11.46%  64 request
|         0     0%   100%      0.16s 10.19%  8192 request
|         0     0%   100%      0.42s 26.75%  DELETE method
|         0     0%   100%      0.36s 22.93%  GET method
|         0     0%   100%      0.39s 24.84%  POST method
|         0     0%   100%      1.57s   100%  main labels.c
|         0     0%   100%      0.40s 25.48%  method
|         0     0%   100%      0.02s  1.27%  request
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Numbers in their own unit, or plain where the row has none.
$ pprowl -top -tagleaf=latency,retries -nodecount=12 -unit=ms labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1570ms (31.40%)
|Showing nodes accounting for 1570ms, 100% of 1570ms total
|Showing top 12 nodes out of 52
|      flat  flat%   sum%        cum   cum%
|    1430ms 91.08% 91.08%     1430ms 91.08%  <unknown>
|      50ms  3.18% 94.27%       50ms  3.18%  4
|      40ms  2.55% 96.82%       40ms  2.55%  3
|      30ms  1.91% 98.73%       30ms  1.91%  2
|      20ms  1.27%   100%       20ms  1.27%  1
|         0     0%   100%       10ms  0.64%  0.25ms,-3ms
|         0     0%   100%       20ms  1.27%  0.50ms
|         0     0%   100%       30ms  1.91%  0.75ms
|         0     0%   100%       50ms  3.18%  1.25ms
|         0     0%   100%       60ms  3.82%  1.50ms
|         0     0%   100%       70ms  4.46%  1.75ms
|         0     0%   100%       50ms  3.18%  10ms
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -tree -tagleaf=size cpu.pb.gz | head -n 30
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2.78s (114.99%)
|Showing nodes accounting for 2.78s, 100% of 2.78s total
|Dropped 63 nodes (cum <= 0.01s)
|Showing top 80 nodes out of 143
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                             0.31s 25.41% |   main.fib
|                                             0.15s 12.30% |   main.grow
|                                             0.10s  8.20% |   busy/parse.(*parser).peek
|                                             0.09s  7.38% |   main.sortPairs[go.shape.int,go.shape.string]
|                                             0.08s  6.56% |   cmp.Compare[go.shape.int]
|                                             0.06s  4.92% |   runtime.asyncPreempt
|                                             0.04s  3.28% |   cmp.Compare[go.shape.string]
|                                             0.04s  3.28% |   cmpbody
|                                             0.04s  3.28% |   fmt.(*fmt).fmtInteger
|                                             0.03s  2.46% |   fmt.(*pp).printArg
|                                             0.03s  2.46% |   main.(*node).children
|                                             0.02s  1.64% |   busy/parse.(*parser).accept
|                                             0.02s  1.64% |   busy/parse.Eval
|                                             0.02s  1.64% |   fmt.(*pp).free
|                                             0.02s  1.64% |   gcWriteBarrier
|                                             0.02s  1.64% |   runtime.(*mcache).refill
|                                             0.01s  0.82% |   busy/parse.(*parser).atom
|                                             0.01s  0.82% |   busy/parse.(*parser).chain
|                                             0.01s  0.82% |   fmt.(*pp).doPrintf

# They are there before the filters.
$ pprowl -tree -tagroot=method -focus=GET -hide='^work' -tagfocus=tenant labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1570ms (31.40%)
|Active filters:
|   focus=GET
|   hide=^work
|   tagfocus=tenant
|Showing nodes accounting for 80ms, 5.10% of 1570ms total
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                              80ms   100% |   main
|      80ms  5.10%  5.10%       80ms  5.10%                | handle
|----------------------------------------------------------+-------------
|         0     0%  5.10%       80ms  5.10%                | GET
|                                              80ms   100% |   main
|----------------------------------------------------------+-------------
|                                              80ms   100% |   GET
|         0     0%  5.10%       80ms  5.10%                | main
|                                              80ms   100% |   handle
|----------------------------------------------------------+-------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -raw -tagroot=method -tagleaf=method labels.pb.gz
|Comment: made by fixtures/make
|Comment: #not shown in headers
|Doc: https://example.com/profiles
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 17 3 2 1 17 
|                method:[GET] tenant:[blue green 0]
|                latency:[250 microseconds -3 milliseconds] request:[64]
|          2   20000000: 18 2 1 18 
|                method:[POST]
|                latency:[500 microseconds] request:[128]
|          3   30000000: 19 2 1 19 
|                method:[DELETE]
|                latency:[750 microseconds] request:[256]
|          4   40000000: 20 4 2 1 20 
|                latency:[1000 microseconds] request:[512]
|          5   50000000: 17 2 1 17 
|                method:[GET]
|                latency:[1250 microseconds] request:[1024]
|          6   60000000: 18 2 1 18 
|                method:[POST] tenant:[blue green 5]
|                latency:[1500 microseconds] request:[2048]
|          7   70000000: 19 5 2 1 19 
|                method:[DELETE]
|                latency:[1750 microseconds] request:[4096]
|          1   10000000: 20 2 1 20 
|                latency:[2000 microseconds] request:[8192]
|          2   20000000: 17 2 1 17 
|                method:[GET]
|                latency:[2250 microseconds 5 milliseconds] request:[16384] retries:[1]
|          3   30000000: 18 6 2 1 18 
|                method:[POST]
|                latency:[2500 microseconds] request:[64]
|          4   40000000: 19 2 1 19 
|                method:[DELETE] tenant:[blue green 10]
|                latency:[2750 microseconds] request:[128]
|          5   50000000: 20 2 1 20 
|                latency:[3000 microseconds] request:[256]
|          6   60000000: 17 7 2 1 17 
|                method:[GET]
|                latency:[3250 microseconds] request:[512]
|          7   70000000: 18 2 1 18 
|                method:[POST]
|                latency:[3500 microseconds] request:[1024]
|          1   10000000: 19 2 1 19 
|                method:[DELETE]
|                latency:[3750 microseconds] request:[2048]
|          2   20000000: 20 8 2 1 20 
|                tenant:[blue green 15]
|                latency:[4000 microseconds] request:[4096]
|          3   30000000: 17 2 1 17 
|                method:[GET]
|                latency:[4250 microseconds 13 milliseconds] request:[8192] retries:[2]
|          4   40000000: 18 2 1 18 
|                method:[POST]
|                latency:[4500 microseconds] request:[16384]
|          5   50000000: 19 9 2 1 19 
|                method:[DELETE]
|                latency:[4750 microseconds] request:[64]
|          6   60000000: 20 2 1 20 
|                latency:[5000 microseconds] request:[128]
|          7   70000000: 17 2 1 17 
|                method:[GET] tenant:[blue green 20]
|                latency:[5250 microseconds] request:[256]
|          1   10000000: 18 10 2 1 18 
|                method:[POST]
|                latency:[5500 microseconds] request:[512]
|          2   20000000: 19 2 1 19 
|                method:[DELETE]
|                latency:[5750 microseconds] request:[1024]
|          3   30000000: 20 2 1 20 
|                latency:[6000 microseconds] request:[2048]
|          4   40000000: 17 11 2 1 17 
|                method:[GET]
|                latency:[6250 microseconds 21 milliseconds] request:[4096] retries:[3]
|          5   50000000: 18 2 1 18 
|                method:[POST] tenant:[blue green 25]
|                latency:[6500 microseconds] request:[8192]
|          6   60000000: 19 2 1 19 
|                method:[DELETE]
|                latency:[6750 microseconds] request:[16384]
|          7   70000000: 20 12 2 1 20 
|                latency:[7000 microseconds] request:[64]
|          1   10000000: 17 2 1 17 
|                method:[GET]
|                latency:[7250 microseconds] request:[128]
|          2   20000000: 18 2 1 18 
|                method:[POST]
|                latency:[7500 microseconds] request:[256]
|          3   30000000: 19 13 2 1 19 
|                method:[DELETE] tenant:[blue green 30]
|                latency:[7750 microseconds] request:[512]
|          4   40000000: 20 2 1 20 
|                latency:[8000 microseconds] request:[1024]
|          5   50000000: 17 2 1 17 
|                method:[GET]
|                latency:[8250 microseconds 29 milliseconds] request:[2048] retries:[4]
|          6   60000000: 18 14 2 1 18 
|                method:[POST]
|                latency:[8500 microseconds] request:[4096]
|          7   70000000: 19 2 1 19 
|                method:[DELETE]
|                latency:[8750 microseconds] request:[8192]
|          1   10000000: 20 2 1 20 
|                tenant:[blue green 35]
|                latency:[9000 microseconds] request:[16384]
|          2   20000000: 17 15 2 1 17 
|                method:[GET]
|                latency:[9250 microseconds] request:[64]
|          3   30000000: 18 2 1 18 
|                method:[POST]
|                latency:[9500 microseconds] request:[128]
|          4   40000000: 19 2 1 19 
|                method:[DELETE]
|                latency:[9750 microseconds] request:[256]
|          5   50000000: 20 16 2 1 20 
|                latency:[10000 microseconds] request:[512]
|          2   20000000: 20 2 1 20 
|Locations
|     1: 0x401000 M=1 main labels.c:80:0 s=77
|     2: 0x401020 M=1 handle labels.c:40:0 s=37
|     3: 0x401040 M=1 work0 work.c:10:0 s=7
|     4: 0x401060 M=1 work3 work.c:13:0 s=10
|     5: 0x401080 M=1 work1 work.c:16:0 s=13
|     6: 0x4010a0 M=1 work4 work.c:19:0 s=16
|     7: 0x4010c0 M=1 work2 work.c:22:0 s=19
|     8: 0x4010e0 M=1 work0 work.c:25:0 s=22
|     9: 0x401100 M=1 work3 work.c:28:0 s=25
|    10: 0x401120 M=1 work1 work.c:31:0 s=28
|    11: 0x401140 M=1 work4 work.c:34:0 s=31
|    12: 0x401160 M=1 work2 work.c:37:0 s=34
|    13: 0x401180 M=1 work0 work.c:40:0 s=37
|    14: 0x4011a0 M=1 work3 work.c:43:0 s=40
|    15: 0x4011c0 M=1 work1 work.c:46:0 s=43
|    16: 0x4011e0 M=1 work4 work.c:49:0 s=46
|    17: 0x0 GET method:0:0 s=0()
|    18: 0x0 POST method:0:0 s=0()
|    19: 0x0 DELETE method:0:0 s=0()
|    20: 0x0  method:0:0 s=0
|Mappings
|1: 0x400000/0x800000/0x0 /usr/bin/labels c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# A comparison has them, too.
$ pprowl -top -tagroot=job -base=cpu.pb.gz labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 7.42s, Total samples = 4.35s (58.64%)
|Showing nodes accounting for -1.21s, 27.82% of 4.35s total
|      flat  flat%   sum%        cum   cum%
|     1.01s 23.22% 23.22%      1.57s 36.09%  handle
|    -0.60s 13.79%  9.43%     -0.60s 13.79%  main.fib
|     0.15s  3.45% 12.87%      0.15s  3.45%  work3
|    -0.14s  3.22%  9.66%     -0.14s  3.22%  strings.(*Reader).ReadByte (inline)
|     0.13s  2.99% 12.64%      0.13s  2.99%  work2
|    -0.12s  2.76%  9.89%     -0.14s  3.22%  cmp.Compare[go.shape.int] (inline)
|    -0.12s  2.76%  7.13%     -0.31s  7.13%  slices.partitionCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }]
|    -0.12s  2.76%  4.37%     -0.12s  2.76%  strings.(*Reader).UnreadByte (inline)
|     0.12s  2.76%  7.13%      0.12s  2.76%  work4
|    -0.10s  2.30%  4.83%     -0.33s  7.59%  runtime.mallocgcSmallScanNoHeader
|     0.10s  2.30%  7.13%      0.10s  2.30%  work1
|    -0.09s  2.07%  5.06%     -0.09s  2.07%  runtime.asyncPreempt
|    -0.09s  2.07%  2.99%     -0.13s  2.99%  runtime.unlock2
|    -0.06s  1.38%  1.61%     -0.12s  2.76%  cmp.Compare[go.shape.string] (inline)
|    -0.06s  1.38%  0.23%     -0.06s  1.38%  main.(*node).children (inline)
|    -0.06s  1.38%  1.15%     -0.42s  9.66%  main.grow
|     0.06s  1.38%  0.23%      0.06s  1.38%  work0
|    -0.05s  1.15%  0.92%     -0.05s  1.15%  cmpbody
|    -0.05s  1.15%  2.07%     -0.06s  1.38%  fmt.(*fmt).fmtInteger
|    -0.05s  1.15%  3.22%     -0.05s  1.15%  runtime.nextFreeFast (inline)
|    -0.04s  0.92%  4.14%     -0.15s  3.45%  fmt.(*pp).doPrintf
|    -0.04s  0.92%  5.06%     -0.10s  2.30%  fmt.(*pp).printArg
|    -0.04s  0.92%  5.98%     -0.10s  2.30%  main.(*node).sum
|    -0.04s  0.92%  6.90%     -0.44s 10.11%  runtime.mallocgc
|    -0.04s  0.92%  7.82%     -0.04s  0.92%  runtime.memclrNoHeapPointers
|    -0.04s  0.92%  8.74%     -0.06s  1.38%  runtime.tryDeferToSpanScan
|    -0.04s  0.92%  9.66%     -0.06s  1.38%  slices.insertionSortCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }] (inline)
|    -0.03s  0.69% 10.34%     -0.32s  7.36%  busy/parse.(*parser).chain
|    -0.03s  0.69% 11.03%     -0.03s  0.69%  internal/runtime/gc/scan.scanSpanPackedAVX512
|    -0.03s  0.69% 11.72%     -0.17s  3.91%  main.sortPairs[go.shape.int,go.shape.string].func1
|    -0.03s  0.69% 12.41%     -0.03s  0.69%  runtime.bool2int (inline)
|    -0.02s  0.46% 12.87%     -0.22s  5.06%  busy/parse.(*parser).peek (inline)
|    -0.02s  0.46% 13.33%     -0.07s  1.61%  gcWriteBarrier
|    -0.02s  0.46% 13.79%     -0.62s 14.25%  main.sorting
|    -0.02s  0.46% 14.25%     -0.02s  0.46%  runtime.(*mLockProfile).store (inline)
|    -0.02s  0.46% 14.71%     -0.02s  0.46%  runtime.(*mspan).writeHeapBitsSmall
|    -0.02s  0.46% 15.17%     -0.02s  0.46%  runtime.arenaIndex (inline)
|    -0.02s  0.46% 15.63%     -0.02s  0.46%  runtime.cheaprandn (inline)
|    -0.02s  0.46% 16.09%     -0.02s  0.46%  runtime.futex
|    -0.02s  0.46% 16.55%     -0.02s  0.46%  runtime.getMCache (inline)
|    -0.02s  0.46% 17.01%     -0.02s  0.46%  runtime.lock2
|    -0.02s  0.46% 17.47%     -0.02s  0.46%  runtime.madvise
|    -0.02s  0.46% 17.93%     -0.02s  0.46%  runtime.memmove
|    -0.02s  0.46% 18.39%     -0.02s  0.46%  runtime.procyieldAsm
|    -0.02s  0.46% 18.85%     -0.03s  0.69%  runtime.scanObject
|    -0.02s  0.46% 19.31%     -0.05s  1.15%  runtime.wbBufFlush1
|    -0.01s  0.23% 19.54%     -0.01s  0.23%  fmt.(*fmt).pad
|    -0.01s  0.23% 19.77%     -0.01s  0.23%  internal/runtime/atomic.(*Uint32).Add (inline)
|    -0.01s  0.23% 20.00%     -0.01s  0.23%  internal/runtime/atomic.(*UnsafePointer).StoreNoWB (inline)
|    -0.01s  0.23% 20.23%     -0.14s  3.22%  main.sortPairs[go.shape.string,go.shape.int].func1
|    -0.01s  0.23% 20.46%     -0.01s  0.23%  runtime.(*activeSweep).begin (inline)
|    -0.01s  0.23% 20.69%     -0.01s  0.23%  runtime.(*bucket).mp
|    -0.01s  0.23% 20.92%     -0.01s  0.23%  runtime.(*fixalloc).alloc
|    -0.01s  0.23% 21.15%     -0.01s  0.23%  runtime.(*gcControllerState).update
|    -0.01s  0.23% 21.38%     -0.01s  0.23%  runtime.(*mSpanList).isEmpty (inline)
|    -0.01s  0.23% 21.61%     -0.08s  1.84%  runtime.(*mcache).refill
|    -0.01s  0.23% 21.84%     -0.01s  0.23%  runtime.(*mheap).allocNeedsZero
|    -0.01s  0.23% 22.07%     -0.01s  0.23%  runtime.(*mspan).markBitsForIndex (inline)
|    -0.01s  0.23% 22.30%     -0.01s  0.23%  runtime.(*mspan).moveInlineMarks
|    -0.01s  0.23% 22.53%     -0.01s  0.23%  runtime.(*mspan).refillAllocCache
|    -0.01s  0.23% 22.76%     -0.01s  0.23%  runtime.acquirem (inline)
|    -0.01s  0.23% 22.99%     -0.17s  3.91%  runtime.bgsweep
|    -0.01s  0.23% 23.22%     -0.01s  0.23%  runtime.convT64
|    -0.01s  0.23% 23.45%     -0.01s  0.23%  runtime.findfunc
|    -0.01s  0.23% 23.68%     -0.07s  1.61%  runtime.freeSomeWbufs
|    -0.01s  0.23% 23.91%     -0.03s  0.69%  runtime.gcmarknewobject
|    -0.01s  0.23% 24.14%     -0.01s  0.23%  runtime.goschedIfBusy
|    -0.01s  0.23% 24.37%     -0.03s  0.69%  runtime.mallocgcSmallNoscan
|    -0.01s  0.23% 24.60%     -0.01s  0.23%  runtime.nanotime (inline)
|    -0.01s  0.23% 24.83%     -0.02s  0.46%  runtime.scanObjectsSmall
|    -0.01s  0.23% 25.06%     -0.06s  1.38%  runtime.slicebytetostring
|    -0.01s  0.23% 25.29%     -0.01s  0.23%  runtime.spanClass.sizeclass (inline)
|    -0.01s  0.23% 25.52%     -0.01s  0.23%  runtime.spanSetScans
|    -0.01s  0.23% 25.75%     -0.01s  0.23%  runtime.step
|    -0.01s  0.23% 25.98%     -0.03s  0.69%  runtime.suspendG
|    -0.01s  0.23% 26.21%     -0.01s  0.23%  runtime.typePointers.next
|    -0.01s  0.23% 26.44%     -0.14s  3.22%  runtime.unlock (inline)
|    -0.01s  0.23% 26.67%     -0.02s  0.46%  slices.order2CmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }] (inline)
|    -0.01s  0.23% 26.90%     -0.12s  2.76%  slices.partitionCmpFunc[go.shape.struct { main.key go.shape.string; main.value go.shape.int }]
|    -0.01s  0.23% 27.13%     -0.40s  9.20%  slices.pdqsortCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }]
|    -0.01s  0.23% 27.36%     -0.03s  0.69%  strings.NewReader (inline)
|    -0.01s  0.23% 27.59%     -0.03s  0.69%  sync.(*Pool).Put
|    -0.01s  0.23% 27.82%     -0.01s  0.23%  sync.(*Pool).pin
|         0     0% 27.82%      1.15s 26.44%  <unknown>
|         0     0% 27.82%     -0.21s  4.83%  busy/parse.(*parser).accept
|         0     0% 27.82%     -0.32s  7.36%  busy/parse.(*parser).atom
|         0     0% 27.82%     -0.32s  7.36%  busy/parse.(*parser).product
|         0     0% 27.82%     -0.32s  7.36%  busy/parse.(*parser).sum (inline)
|         0     0% 27.82%     -0.35s  8.05%  busy/parse.Eval
|         0     0% 27.82%     -0.60s 13.79%  fib
|         0     0% 27.82%     -0.01s  0.23%  fmt.(*buffer).writeString (inline)
|         0     0% 27.82%     -0.01s  0.23%  fmt.(*fmt).init (inline)
|         0     0% 27.82%     -0.06s  1.38%  fmt.(*pp).fmtInteger
|         0     0% 27.82%     -0.03s  0.69%  fmt.(*pp).free
|         0     0% 27.82%     -0.26s  5.98%  fmt.Sprintf
|         0     0% 27.82%     -0.02s  0.46%  fmt.newPrinter
|         0     0% 27.82%     -0.01s  0.23%  internal/runtime/atomic.(*Pointer[go.shape.struct { runtime.spanSetBlockHeader2; runtime.spans [512]runtime.atomicMSpanPointer }]).StoreNoWB (inline)
|         0     0% 27.82%     -0.03s  0.69%  internal/runtime/gc/scan.ScanSpanPacked (inline)
|         0     0% 27.82%     -0.03s  0.69%  internal/runtime/gc/scan.ScanSpanPackedAVX512
|         0     0% 27.82%      1.57s 36.09%  main
|         0     0% 27.82%     -0.06s  1.38%  main.(*node).own (inline)
|         0     0% 27.82%     -0.62s 14.25%  main.evaluate
|         0     0% 27.82%     -2.36s 54.25%  main.labelled
|         0     0% 27.82%     -2.36s 54.25%  main.labelled.func1
|         0     0% 27.82%     -2.36s 54.25%  main.main
|         0     0% 27.82%     -0.60s 13.79%  main.main.func1
|         0     0% 27.82%     -0.52s 11.95%  main.main.func2
|         0     0% 27.82%     -0.62s 14.25%  main.main.func3
|         0     0% 27.82%     -0.40s  9.20%  main.sortPairs[go.shape.int,go.shape.string]
|         0     0% 27.82%     -0.15s  3.45%  main.sortPairs[go.shape.string,go.shape.int]
|         0     0% 27.82%     -0.62s 14.25%  parse
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*consistentHeapStats).acquire
|         0     0% 27.82%     -0.08s  1.84%  runtime.(*mcache).nextFree
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*mcache).prepareForSweep
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*mcache).releaseAll
|         0     0% 27.82%     -0.06s  1.38%  runtime.(*mcentral).cacheSpan
|         0     0% 27.82%     -0.04s  0.92%  runtime.(*mcentral).grow
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*mcentral).uncacheSpan
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*mheap).alloc
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*mheap).alloc.func1
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*mheap).allocMSpanLocked
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*mheap).allocSpan
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*mheap).initSpan
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*mspan).initHeapBits
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*pageAlloc).scavenge
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*pageAlloc).scavenge.func1
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*pageAlloc).scavengeOne
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*scavengerState).init.func2
|         0     0% 27.82%     -0.02s  0.46%  runtime.(*scavengerState).run
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*spanSet).push
|         0     0% 27.82%     -0.03s  0.69%  runtime.(*sweepLocked).sweep
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*unwinder).initAt
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*unwinder).next
|         0     0% 27.82%     -0.01s  0.23%  runtime.(*unwinder).resolveInternal
|         0     0% 27.82%     -0.02s  0.46%  runtime.bgscavenge
|         0     0% 27.82%     -0.02s  0.46%  runtime.callers
|         0     0% 27.82%     -0.02s  0.46%  runtime.callers.func1
|         0     0% 27.82%     -0.01s  0.23%  runtime.casgstatus
|         0     0% 27.82%     -0.03s  0.69%  runtime.concatstring2
|         0     0% 27.82%     -0.03s  0.69%  runtime.concatstrings
|         0     0% 27.82%     -0.01s  0.23%  runtime.deductAssistCredit
|         0     0% 27.82%     -0.01s  0.23%  runtime.deductSweepCredit
|         0     0% 27.82%     -0.01s  0.23%  runtime.execute
|         0     0% 27.82%     -0.02s  0.46%  runtime.findRunnable
|         0     0% 27.82%     -0.05s  1.15%  runtime.freeDeadSpanSPMCs
|         0     0% 27.82%     -0.01s  0.23%  runtime.funcspdelta (inline)
|         0     0% 27.82%     -0.02s  0.46%  runtime.futexwakeup
|         0     0% 27.82%     -0.01s  0.23%  runtime.gcAssistAlloc
|         0     0% 27.82%     -0.01s  0.23%  runtime.gcAssistAlloc.func2
|         0     0% 27.82%     -0.01s  0.23%  runtime.gcAssistAlloc1
|         0     0% 27.82%     -0.15s  3.45%  runtime.gcBgMarkWorker
|         0     0% 27.82%     -0.13s  2.99%  runtime.gcBgMarkWorker.func2
|         0     0% 27.82%     -0.13s  2.99%  runtime.gcDrain
|         0     0% 27.82%     -0.06s  1.38%  runtime.gcDrainMarkWorkerDedicated (inline)
|         0     0% 27.82%     -0.07s  1.61%  runtime.gcDrainMarkWorkerIdle (inline)
|         0     0% 27.82%     -0.01s  0.23%  runtime.gcDrainN
|         0     0% 27.82%     -0.02s  0.46%  runtime.gcMarkDone
|         0     0% 27.82%     -0.02s  0.46%  runtime.gcMarkTermination
|         0     0% 27.82%     -0.01s  0.23%  runtime.gcMarkTermination.func3
|         0     0% 27.82%     -0.01s  0.23%  runtime.gopreempt_m (inline)
|         0     0% 27.82%     -0.07s  1.61%  runtime.goschedImpl
|         0     0% 27.82%     -0.06s  1.38%  runtime.gosched_m
|         0     0% 27.82%     -0.01s  0.23%  runtime.heapArenaOf (inline)
|         0     0% 27.82%     -0.02s  0.46%  runtime.heapSetTypeNoHeader (inline)
|         0     0% 27.82%     -0.02s  0.46%  runtime.lock (inline)
|         0     0% 27.82%     -0.02s  0.46%  runtime.lockWithRank (inline)
|         0     0% 27.82%     -0.01s  0.23%  runtime.mProf_Flush
|         0     0% 27.82%     -0.01s  0.23%  runtime.mProf_FlushLocked
|         0     0% 27.82%     -0.02s  0.46%  runtime.mProf_Malloc
|         0     0% 27.82%     -2.36s 54.25%  runtime.main
|         0     0% 27.82%     -0.03s  0.69%  runtime.makeSpanClass (inline)
|         0     0% 27.82%     -0.02s  0.46%  runtime.makeslice
|         0     0% 27.82%     -0.01s  0.23%  runtime.mallocgcLarge
|         0     0% 27.82%     -0.02s  0.46%  runtime.mallocgcTiny
|         0     0% 27.82%     -0.03s  0.69%  runtime.markroot
|         0     0% 27.82%     -0.03s  0.69%  runtime.markroot.func1
|         0     0% 27.82%     -0.07s  1.61%  runtime.mcall
|         0     0% 27.82%     -0.01s  0.23%  runtime.morestack
|         0     0% 27.82%     -0.02s  0.46%  runtime.mutexSampleContention (inline)
|         0     0% 27.82%     -0.35s  8.05%  runtime.newobject
|         0     0% 27.82%     -0.01s  0.23%  runtime.newstack
|         0     0% 27.82%     -0.02s  0.46%  runtime.notewakeup
|         0     0% 27.82%     -0.01s  0.23%  runtime.pageIndexOf (inline)
|         0     0% 27.82%     -0.01s  0.23%  runtime.park_m
|         0     0% 27.82%     -0.01s  0.23%  runtime.pcvalue
|         0     0% 27.82%     -0.01s  0.23%  runtime.procresize
|         0     0% 27.82%     -0.02s  0.46%  runtime.procyield (inline)
|         0     0% 27.82%     -0.02s  0.46%  runtime.profilealloc
|         0     0% 27.82%     -0.03s  0.69%  runtime.rawstring (inline)
|         0     0% 27.82%     -0.03s  0.69%  runtime.rawstringtmp
|         0     0% 27.82%     -0.01s  0.23%  runtime.runSafePointFn
|         0     0% 27.82%     -0.08s  1.84%  runtime.scanSpan
|         0     0% 27.82%     -0.03s  0.69%  runtime.schedule
|         0     0% 27.82%     -0.01s  0.23%  runtime.startTheWorldWithSema
|         0     0% 27.82%     -0.01s  0.23%  runtime.startm
|         0     0% 27.82%     -0.03s  0.69%  runtime.sweepone
|         0     0% 27.82%     -0.02s  0.46%  runtime.sysUnused (inline)
|         0     0% 27.82%     -0.02s  0.46%  runtime.sysUnusedOS
|         0     0% 27.82%     -0.26s  5.98%  runtime.systemstack
|         0     0% 27.82%     -0.01s  0.23%  runtime.tracebackPCs
|         0     0% 27.82%     -0.13s  2.99%  runtime.unlockWithRank (inline)
|         0     0% 27.82%     -0.01s  0.23%  runtime.wakep
|         0     0% 27.82%     -0.05s  1.15%  runtime.wbBufFlush
|         0     0% 27.82%     -0.05s  1.15%  runtime.wbBufFlush.func1
|         0     0% 27.82%     -2.36s 54.25%  runtime/pprof.Do
|         0     0% 27.82%     -0.40s  9.20%  slices.SortFunc[go.shape.[]main.pair[go.shape.int,go.shape.string],go.shape.struct { main.key go.shape.int; main.value go.shape.string }] (inline)
|         0     0% 27.82%     -0.15s  3.45%  slices.SortFunc[go.shape.[]main.pair[go.shape.string,go.shape.int],go.shape.struct { main.key go.shape.string; main.value go.shape.int }] (inline)
|         0     0% 27.82%     -0.02s  0.46%  slices.choosePivotCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }]
|         0     0% 27.82%     -0.01s  0.23%  slices.medianAdjacentCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }] (inline)
|         0     0% 27.82%     -0.02s  0.46%  slices.medianCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }]
|         0     0% 27.82%     -0.03s  0.69%  slices.partitionEqualCmpFunc[go.shape.struct { main.key go.shape.string; main.value go.shape.int }]
|         0     0% 27.82%     -0.15s  3.45%  slices.pdqsortCmpFunc[go.shape.struct { main.key go.shape.string; main.value go.shape.int }]
|         0     0% 27.82%     -0.62s 14.25%  sort
|         0     0% 27.82%     -0.01s  0.23%  sync.(*Pool).Get
|         0     0% 27.82%     -0.52s 11.95%  tree
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Keys that no sample has.
$ pprowl -top -tagroot=nothing -tagleaf=, tiny.pb.gz
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 10ms (  0.2%)
|Showing nodes accounting for 10ms, 100% of 10ms total
|      flat  flat%   sum%        cum   cum%
|      10ms   100%   100%       10ms   100%  main
|         0     0%   100%       10ms   100%  <unknown>
!TagRoot expression matched no samples
!TagLeaf expression matched no samples
