# All comments, also those with a #.
$ pprowl -comments labels.pb.gz
|made by fixtures/make
|#not shown in headers

$ pprowl -comments units.pb.gz
