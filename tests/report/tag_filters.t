# A text of any key, and one of a key.
$ pprowl -top -tagfocus=GET labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Active filters:
|   tagfocus=GET
|Showing nodes accounting for 0.36s, 22.93% of 1.57s total
|      flat  flat%   sum%        cum   cum%
|     0.23s 14.65% 14.65%      0.36s 22.93%  handle
|     0.06s  3.82% 18.47%      0.06s  3.82%  work2
|     0.04s  2.55% 21.02%      0.04s  2.55%  work4
|     0.02s  1.27% 22.29%      0.02s  1.27%  work1
|     0.01s  0.64% 22.93%      0.01s  0.64%  work0
|         0     0% 22.93%      0.36s 22.93%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -top -tagfocus=tenant=blue labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1570ms (31.40%)
|Active filters:
|   tagfocus=tenant=blue
|Showing nodes accounting for 290ms, 18.47% of 1570ms total
|      flat  flat%   sum%        cum   cum%
|     230ms 14.65% 14.65%      290ms 18.47%  handle
|      60ms  3.82% 18.47%       60ms  3.82%  work0
|         0     0% 18.47%      290ms 18.47%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# All of several without a key, any with one.
$ pprowl -top -tagfocus=method:GET,tenant:blue labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Active filters:
|   tagfocus=method:GET,tenant:blue
|Showing nodes accounting for 0.08s, 5.10% of 1.57s total
|      flat  flat%   sum%        cum   cum%
|     0.07s  4.46%  4.46%      0.08s  5.10%  handle
|     0.01s  0.64%  5.10%      0.01s  0.64%  work0
|         0     0%  5.10%      0.08s  5.10%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -top -tagfocus=method=GET,POST labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Active filters:
|   tagfocus=method=GET,POST
|Showing nodes accounting for 0.75s, 47.77% of 1.57s total
|      flat  flat%   sum%        cum   cum%
|     0.52s 33.12% 33.12%      0.75s 47.77%  handle
|     0.07s  4.46% 37.58%      0.07s  4.46%  work4
|     0.06s  3.82% 41.40%      0.06s  3.82%  work2
|     0.06s  3.82% 45.22%      0.06s  3.82%  work3
|     0.03s  1.91% 47.13%      0.03s  1.91%  work1
|     0.01s  0.64% 47.77%      0.01s  0.64%  work0
|         0     0% 47.77%      0.75s 47.77%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Ranges are said to be ranges.
$ pprowl -top -tagfocus=latency=250us:1ms -tagignore=request=512b labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Active filters:
|   tagfocus=latency=250us:1ms
|   tagignore=request=512b
|Showing nodes accounting for 0.06s, 3.82% of 1.57s total
|      flat  flat%   sum%        cum   cum%
|     0.05s  3.18%  3.18%      0.06s  3.82%  handle
|     0.01s  0.64%  3.82%      0.01s  0.64%  work0
|         0     0%  3.82%      0.06s  3.82%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!tagfocus:Interpreted '250us:1ms' as range, not regexp
!tagignore:Interpreted '512b' as range, not regexp

$ pprowl -top -tagignore=:1ms labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1570ms (31.40%)
|Active filters:
|   tagignore=:1ms
|Showing nodes accounting for 1330ms, 84.71% of 1570ms total
|      flat  flat%   sum%        cum   cum%
|     860ms 54.78% 54.78%     1330ms 84.71%  handle
|     130ms  8.28% 63.06%      130ms  8.28%  work2
|     110ms  7.01% 70.06%      110ms  7.01%  work3
|     100ms  6.37% 76.43%      100ms  6.37%  work1
|      80ms  5.10% 81.53%       80ms  5.10%  work4
|      50ms  3.18% 84.71%       50ms  3.18%  work0
|         0     0% 84.71%     1330ms 84.71%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!tagignore:Interpreted ':1ms' as range, not regexp

# What matches nothing, or only what another filter drops.
$ pprowl -top -focus=work -tagfocus=tenant=nobody -tagignore=POST -tagshow=x -taghide=y labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Active filters:
|   focus=work
|   tagfocus=tenant=nobody
|   tagignore=POST
|   tagshow=x
|   taghide=y
|Showing nodes accounting for 0, 0% of 1.57s total
|      flat  flat%   sum%        cum   cum%
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!TagFocus expression matched no samples
!TagShow expression matched no samples
!TagHide expression matched no samples

$ pprowl -top -tagfocus=GET -tagignore=POST labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Active filters:
|   tagfocus=GET
|   tagignore=POST
|Showing nodes accounting for 0.36s, 22.93% of 1.57s total
|      flat  flat%   sum%        cum   cum%
|     0.23s 14.65% 14.65%      0.36s 22.93%  handle
|     0.06s  3.82% 18.47%      0.06s  3.82%  work2
|     0.04s  2.55% 21.02%      0.04s  2.55%  work4
|     0.02s  1.27% 22.29%      0.02s  1.27%  work1
|     0.01s  0.64% 22.93%      0.01s  0.64%  work0
|         0     0% 22.93%      0.36s 22.93%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Labels that are not shown.
$ pprowl -traces -tagshow='t$|en' -taghide=latency -tagfocus=tenant labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|-----------+-------------------------------------------------------
|    tenant:  blue green 0
|   request:  64B
|      10ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 5
|   request:  2kB
|      60ms   handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 10
|   request:  128B
|      40ms   handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 15
|   request:  4kB
|      20ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 20
|   request:  256B
|      70ms   handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 25
|   request:  8kB
|      50ms   handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 30
|   request:  512B
|      30ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 35
|   request:  16kB
|      10ms   handle
|             main
|-----------+-------------------------------------------------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -raw -taghide=tenant labels.pb.gz | sed -n '8,14p'
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 3 2 1 
|                method:[GET]
|                latency:[250 microseconds -3 milliseconds] request:[64]
|          2   20000000: 2 1 
|                method:[POST]
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -proto -taghide=tenant labels.pb.gz | pprowl -tagfocus=method -traces -
~The reference does not read -.
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  250us -3us
|   request:  64B
|      10ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  500us
|   request:  128B
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  750us
|   request:  256B
|      30ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  1.25ms
|   request:  1kB
|      50ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  1.50ms
|   request:  2kB
|      60ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  1.75ms
|   request:  4kB
|      70ms   work1
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  2.25ms 5us
|   request:  16kB
|   retries:  1
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  2.50ms
|   request:  64B
|      30ms   work4
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  2.75ms
|   request:  128B
|      40ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  3.25ms
|   request:  512B
|      60ms   work2
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  3.50ms
|   request:  1kB
|      70ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  3.75ms
|   request:  2kB
|      10ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  4.25ms 13us
|   request:  8kB
|   retries:  2
|      30ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  4.50ms
|   request:  16kB
|      40ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  4.75ms
|   request:  64B
|      50ms   work3
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  5.25ms
|   request:  256B
|      70ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  5.50ms
|   request:  512B
|      10ms   work1
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  5.75ms
|   request:  1kB
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  6.25ms 21us
|   request:  4kB
|   retries:  3
|      40ms   work4
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  6.50ms
|   request:  8kB
|      50ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  6.75ms
|   request:  16kB
|      60ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  7.25ms
|   request:  128B
|      10ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  7.50ms
|   request:  256B
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  7.75ms
|   request:  512B
|      30ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  8.25ms 29us
|   request:  2kB
|   retries:  4
|      50ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  8.50ms
|   request:  4kB
|      60ms   work3
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  8.75ms
|   request:  8kB
|      70ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  9.25ms
|   request:  64B
|      20ms   work1
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  9.50ms
|   request:  128B
|      30ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  9.75ms
|   request:  256B
|      40ms   handle
|             main
|-----------+-------------------------------------------------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# They are listed behind the filters on names, whatever order they came in.
$ pprowl -top -tagshow=a -taghide=z -tagignore=POST -tagfocus=GET -hide=nothing -prune_from=nothing -ignore=nothing labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|Active filters:
|   ignore=nothing
|   hide=nothing
|   tagfocus=GET
|   tagignore=POST
|   tagshow=a
|   taghide=z
|Showing nodes accounting for 0.36s, 22.93% of 1.57s total
|      flat  flat%   sum%        cum   cum%
|     0.23s 14.65% 14.65%      0.36s 22.93%  handle
|     0.06s  3.82% 18.47%      0.06s  3.82%  work2
|     0.04s  2.55% 21.02%      0.04s  2.55%  work4
|     0.02s  1.27% 22.29%      0.02s  1.27%  work1
|     0.01s  0.64% 22.93%      0.01s  0.64%  work0
|         0     0% 22.93%      0.36s 22.93%  main
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!Ignore expression matched no samples
!Hide expression matched no samples
!TagHide expression matched no samples

# No regexps.
$ pprowl -top -tagfocus='a,(' labels.pb.gz
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!pprowl: parsing tagfocus regexp: error parsing regexp: missing closing ), at byte 1
?2

$ pprowl -top -taghide='(' labels.pb.gz
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!pprowl: parsing taghide regexp: error parsing regexp: missing closing ), at byte 1
?2
