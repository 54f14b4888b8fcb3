# What has changed since, in shares of all that changed.
$ pprowl -top -nodecount=6 -base demo/before.pb.gz demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:00 UTC
|Showing nodes accounting for 283.80MB, 97.90% of 289.90MB total
|Dropped 71 nodes (cum <= 1.45MB)
|Showing top 6 nodes out of 16
|      flat  flat%   sum%        cum   cum%
|  273.37MB 94.30% 94.30%   273.37MB 94.30%  demo/cache.(*Store).Put
|   11.36MB  3.92% 98.22%    11.36MB  3.92%  demo/metrics.(*Registry).Counter
|   -2.18MB  0.75% 97.46%    -2.18MB  0.75%  demo/catalog.export
|    0.70MB  0.24% 97.71%   273.83MB 94.46%  demo/server.(*Server).thumb
|    0.31MB  0.11% 97.81%   277.81MB 95.83%  demo/server.New.(*Server).timed.func2
|    0.24MB 0.082% 97.90%     4.23MB  1.46%  demo/server.New.(*Server).timed.func1

# The same in shares of the base.
$ pprowl -top -nodecount=6 -diff_base demo/before.pb.gz demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:00 UTC
|Showing nodes accounting for 283.80MB, 520.87% of 54.48MB total
|Dropped 71 nodes (cum <= 0.27MB)
|Showing top 6 nodes out of 16
|      flat  flat%   sum%        cum   cum%
|  273.37MB 501.73% 501.73%   273.37MB 501.73%  demo/cache.(*Store).Put
|   11.36MB 20.85% 522.58%    11.36MB 20.85%  demo/metrics.(*Registry).Counter
|   -2.18MB  4.00% 518.57%    -2.18MB  4.00%  demo/catalog.export
|    0.70MB  1.29% 519.86%   273.83MB 502.58%  demo/server.(*Server).thumb
|    0.31MB  0.57% 520.44%   277.81MB 509.87%  demo/server.New.(*Server).timed.func2
|    0.24MB  0.44% 520.87%     4.23MB  7.77%  demo/server.New.(*Server).timed.func1

# A profile against itself.
$ pprowl -top -base cpu.pb.gz cpu.pb.gz
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 4.84s, Total samples = 0 
|Showing nodes accounting for 0, 0% of 0 total
|      flat  flat%   sum%        cum   cum%

# Sides swapped: the other signs.
$ pprowl -top -nodecount=3 -base demo/after.pb.gz demo/before.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:00 UTC
|Showing nodes accounting for -282.55MB, 97.46% of 289.90MB total
|Dropped 71 nodes (cum <= 1.45MB)
|Showing top 3 nodes out of 16
|      flat  flat%   sum%        cum   cum%
| -273.37MB 94.30% 94.30%  -273.37MB 94.30%  demo/cache.(*Store).Put
|  -11.36MB  3.92% 98.22%   -11.36MB  3.92%  demo/metrics.(*Registry).Counter
|    2.18MB  0.75% 97.46%     2.18MB  0.75%  demo/catalog.export

# Nothing in common.
$ pprowl -top -base cpu.pb.gz demo/after.pb.gz
!pprowl: profiles have empty common sample type list; pprowl -raw FILE lists those of each
?2

# Both kinds of base at once.
$ pprowl -top -base tiny.pb.gz -diff_base tiny.pb.gz tiny.pb.gz
!pprowl: -base and -diff_base flags cannot both be specified
?2

# The pair that is built in.
$ pprowl -demo -top -nodecount=3
~it has no -demo
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:00 UTC
|Showing nodes accounting for 282.55MB, 97.46% of 289.90MB total
|Dropped 71 nodes (cum <= 1.45MB)
|Showing top 3 nodes out of 16
|      flat  flat%   sum%        cum   cum%
|  273.37MB 94.30% 94.30%   273.37MB 94.30%  demo/cache.(*Store).Put
|   11.36MB  3.92% 98.22%    11.36MB  3.92%  demo/metrics.(*Registry).Counter
|   -2.18MB  0.75% 97.46%    -2.18MB  0.75%  demo/catalog.export
