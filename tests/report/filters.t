# Only stacks with a match.
$ pprowl -top -focus=thumb -nodecount=4 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Active filters:
|   focus=thumb
|Showing nodes accounting for 300.94MB, 88.60% of 339.68MB total
|Showing top 4 nodes out of 7
|      flat  flat%   sum%        cum   cum%
|  300.20MB 88.38% 88.38%   300.20MB 88.38%  demo/cache.(*Store).Put
|    0.75MB  0.22% 88.60%   300.94MB 88.60%  demo/server.(*Server).thumb
|         0     0% 88.60%   300.94MB 88.60%  demo/load.Run.func1
|         0     0% 88.60%   300.94MB 88.60%  demo/server.New.(*Server).timed.func2

# Only stacks without one.
$ pprowl -top -ignore=thumb -nodecount=4 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Active filters:
|   ignore=thumb
|Showing nodes accounting for 31.32MB, 9.22% of 339.68MB total
|Dropped 58 nodes (cum <= 1.70MB)
|Showing top 4 nodes out of 43
|      flat  flat%   sum%        cum   cum%
|   12.39MB  3.65%  3.65%    12.39MB  3.65%  demo/metrics.(*Registry).Counter
|   11.95MB  3.52%  7.17%    11.95MB  3.52%  demo/cache.(*Store).Put
|    4.66MB  1.37%  8.54%     4.66MB  1.37%  reflect.mapassign_faststr0
|    2.32MB  0.68%  9.22%     2.32MB  0.68%  reflect.growslice

# Frames that match are not shown.
$ pprowl -top -hide='cache\.' -nodecount=4 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Active filters:
|   hide=cache\.
|Showing nodes accounting for 329.95MB, 97.13% of 339.68MB total
|Dropped 72 nodes (cum <= 1.70MB)
|Showing top 4 nodes out of 27
|      flat  flat%   sum%        cum   cum%
|  300.94MB 88.60% 88.60%   300.94MB 88.60%  demo/server.(*Server).thumb
|   12.39MB  3.65% 92.24%    12.39MB  3.65%  demo/metrics.(*Registry).Counter
|   11.95MB  3.52% 95.76%   329.47MB 97.00%  demo/server.New.(*Server).withSession.func5
|    4.66MB  1.37% 97.13%     4.66MB  1.37%  reflect.mapassign_faststr0

# No others are shown.
$ pprowl -top -show='server\.' -nodecount=4 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Active filters:
|   show=server\.
|Showing nodes accounting for 327.56MB, 96.43% of 339.68MB total
|Dropped 6 nodes (cum <= 1.70MB)
|Showing top 4 nodes out of 9
|      flat  flat%   sum%        cum   cum%
|  300.94MB 88.60% 88.60%   300.94MB 88.60%  demo/server.(*Server).thumb
|   11.96MB  3.52% 92.12%   329.47MB 97.00%  demo/server.New.(*Server).withSession.func5
|   10.03MB  2.95% 95.07%    10.03MB  2.95%  demo/server.(*Server).WarmUp
|    4.62MB  1.36% 96.43%     4.62MB  1.36%  demo/server.New.(*Server).timed.func1

# Stacks start where the first frame matches.
$ pprowl -top -cum -show_from='server\.' -nodecount=4 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Active filters:
|   show_from=server\.
|Showing nodes accounting for 312.15MB, 91.89% of 339.68MB total
|Dropped 42 nodes (cum <= 1.70MB)
|Showing top 4 nodes out of 25
|      flat  flat%   sum%        cum   cum%
|         0     0%     0%   329.47MB 97.00%  demo/server.New.(*Server).withSession.func5
|         0     0%     0%   329.47MB 97.00%  net/http.HandlerFunc.ServeHTTP
|         0     0%     0%   317.51MB 93.47%  net/http.(*ServeMux).ServeHTTP
|  312.15MB 91.89% 91.89%   312.15MB 91.89%  demo/cache.(*Store).Put

# Several at once.
$ pprowl -top -focus=server -ignore=thumb -hide=json -nodecount=4 demo/after.pb.gz
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:03 UTC
|Active filters:
|   focus=server
|   ignore=thumb
|   hide=json
|Showing nodes accounting for 31.41MB, 9.25% of 339.68MB total
|Dropped 17 nodes (cum <= 1.70MB)
|Showing top 4 nodes out of 34
|      flat  flat%   sum%        cum   cum%
|   12.39MB  3.65%  3.65%    12.39MB  3.65%  demo/metrics.(*Registry).Counter
|   11.95MB  3.52%  7.17%    11.95MB  3.52%  demo/cache.(*Store).Put
|    4.66MB  1.37%  8.54%     4.66MB  1.37%  reflect.mapassign_faststr0
|    2.41MB  0.71%  9.25%    10.03MB  2.95%  demo/catalog.(*Catalog).Load

# A filter that matches nothing.
$ pprowl -top -focus=nothing_is_called_this tiny.pb.gz
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 10ms (  0.2%)
|Active filters:
|   focus=nothing_is_called_this
|Showing nodes accounting for 0, 0% of 10ms total
|      flat  flat%   sum%        cum   cum%
!Focus expression matched no samples

# A pattern that is none: where it goes wrong.
$ pprowl -top -focus='a(b' tiny.pb.gz
!pprowl: parsing focus regexp: error parsing regexp: missing closing ), at byte 2
?2

$ pprowl -top -hide='a**' tiny.pb.gz
!pprowl: parsing hide regexp: error parsing regexp: a repetition of a repetition; put parentheses around the inner one, at byte 3
?2

$ pprowl -top -ignore='[z-a]' tiny.pb.gz
!pprowl: parsing ignore regexp: error parsing regexp: the range runs backwards, at byte 2
?2
