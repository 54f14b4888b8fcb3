# All comments, also those with a #.
$ pprowl -comments labels.pb.gz
|made by fixtures/make
|#not shown in headers
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

$ pprowl -comments units.pb.gz
