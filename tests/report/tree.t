# Callers and callees.
$ pprowl -tree labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1570ms (31.40%)
|Showing nodes accounting for 1570ms, 100% of 1570ms total
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                            1570ms   100% |   main
|    1010ms 64.33% 64.33%     1570ms   100%                | handle
|                                             150ms  9.55% |   work3
|                                             130ms  8.28% |   work2
|                                             120ms  7.64% |   work4
|                                             100ms  6.37% |   work1
|                                              60ms  3.82% |   work0
|----------------------------------------------------------+-------------
|                                             150ms   100% |   handle
|     150ms  9.55% 73.89%      150ms  9.55%                | work3
|----------------------------------------------------------+-------------
|                                             130ms   100% |   handle
|     130ms  8.28% 82.17%      130ms  8.28%                | work2
|----------------------------------------------------------+-------------
|                                             120ms   100% |   handle
|     120ms  7.64% 89.81%      120ms  7.64%                | work4
|----------------------------------------------------------+-------------
|                                             100ms   100% |   handle
|     100ms  6.37% 96.18%      100ms  6.37%                | work1
|----------------------------------------------------------+-------------
|                                              60ms   100% |   handle
|      60ms  3.82%   100%       60ms  3.82%                | work0
|----------------------------------------------------------+-------------
|         0     0%   100%     1570ms   100%                | main
|                                            1570ms   100% |   handle
|----------------------------------------------------------+-------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# By cum, only some.
$ pprowl -tree -cum -nodecount=3 labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1570ms (31.40%)
|Showing nodes accounting for 1160ms, 73.89% of 1570ms total
|Showing top 3 nodes out of 7
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                            1570ms   100% |   main
|    1010ms 64.33% 64.33%     1570ms   100%                | handle
|                                             150ms  9.55% |   work3
|----------------------------------------------------------+-------------
|         0     0% 64.33%     1570ms   100%                | main
|                                            1570ms   100% |   handle
|----------------------------------------------------------+-------------
|                                             150ms   100% |   handle
|     150ms  9.55% 73.89%      150ms  9.55%                | work3
|----------------------------------------------------------+-------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# By line, inlined calls are marked.
$ pprowl -tree -lines -nodecount=5 cpp.pb.gz
|File: server
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 3510ms (70.20%)
|Showing nodes accounting for 1550ms, 44.16% of 3510ms total
|Showing top 5 nodes out of 56
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|     370ms 10.54% 10.54%      590ms 16.81%                | <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124
|----------------------------------------------------------+-------------
|     340ms  9.69% 20.23%      530ms 15.10%                | core::fmt::Formatter::pad core/src/fmt/mod.rs:114
|----------------------------------------------------------+-------------
|     310ms  8.83% 29.06%      470ms 13.39%                | malloc :104
|----------------------------------------------------------+-------------
|     280ms  7.98% 37.04%      410ms 11.68%                | operator new(unsigned long) libsupc++/new_op.cc:94
|----------------------------------------------------------+-------------
|     250ms  7.12% 44.16%      350ms  9.97%                | void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:84
|----------------------------------------------------------+-------------

# One that matches, nothing trimmed.
$ pprowl -peek=work labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1570ms (31.40%)
|Showing nodes accounting for 1570ms, 100% of 1570ms total
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                             150ms   100% |   handle
|     150ms  9.55%  9.55%      150ms  9.55%                | work3
|----------------------------------------------------------+-------------
|                                             130ms   100% |   handle
|     130ms  8.28% 17.83%      130ms  8.28%                | work2
|----------------------------------------------------------+-------------
|                                             120ms   100% |   handle
|     120ms  7.64% 25.48%      120ms  7.64%                | work4
|----------------------------------------------------------+-------------
|                                             100ms   100% |   handle
|     100ms  6.37% 31.85%      100ms  6.37%                | work1
|----------------------------------------------------------+-------------
|                                              60ms   100% |   handle
|      60ms  3.82% 35.67%       60ms  3.82%                | work0
|----------------------------------------------------------+-------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Nothing that matches.
$ pprowl -peek=nothing_here labels.pb.gz
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!pprowl: no matches found for regexp: nothing_here
?2

# No regexp.
$ pprowl -peek='a(' labels.pb.gz
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!pprowl: parsing argument regexp a(: error parsing regexp: missing closing ), at byte 2
?2

# A difference.
$ pprowl -tree -base=demo/before.pb.gz -nodecount=4 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:00 UTC
|Showing nodes accounting for 283.25MB, 97.71% of 289.90MB total
|Dropped 71 nodes (cum <= 1.45MB)
|Showing top 4 nodes out of 16
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                          273.13MB 99.91% |   demo/server.(*Server).thumb
|  273.37MB 94.30% 94.30%   273.37MB 94.30%                | demo/cache.(*Store).Put
|----------------------------------------------------------+-------------
|   11.36MB  3.92% 98.22%    11.36MB  3.92%                | demo/metrics.(*Registry).Counter
|----------------------------------------------------------+-------------
|   -2.18MB  0.75% 97.46%    -2.18MB  0.75%                | demo/catalog.export
|----------------------------------------------------------+-------------
|    0.70MB  0.24% 97.71%   273.83MB 94.46%                | demo/server.(*Server).thumb
|                                          273.13MB 99.74% |   demo/cache.(*Store).Put
|----------------------------------------------------------+-------------
