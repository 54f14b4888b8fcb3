# The rows of -top, and what is known of the profile.
$ pprowl -json labels.pb.gz
~it has no such report
|{
| "report": "top",
| "type": "cpu",
| "value": "sum",
| "unit": "nanoseconds",
| "total": 1570000000,
| "granularity": "functions",
| "filters": [],
| "file": "/usr/bin/labels",
| "build_id": "c0ffee0000000000000000000000000000000001",
| "doc": "https://example.com/profiles",
| "time_nanos": 1714564800000000000,
| "duration_nanos": 5000000000,
| "comments": [
|  "made by fixtures/make",
|  "#not shown in headers"
| ],
| "rows": [
|  {"name": "handle", "function": "handle", "file": "labels.c", "line": null, "address": null, "inline": null, "flat": 1010000000, "cum": 1570000000, "unit": "nanoseconds"},
|  {"name": "work3", "function": "work3", "file": "work.c", "line": null, "address": null, "inline": null, "flat": 150000000, "cum": 150000000, "unit": "nanoseconds"},
|  {"name": "work2", "function": "work2", "file": "work.c", "line": null, "address": null, "inline": null, "flat": 130000000, "cum": 130000000, "unit": "nanoseconds"},
|  {"name": "work4", "function": "work4", "file": "work.c", "line": null, "address": null, "inline": null, "flat": 120000000, "cum": 120000000, "unit": "nanoseconds"},
|  {"name": "work1", "function": "work1", "file": "work.c", "line": null, "address": null, "inline": null, "flat": 100000000, "cum": 100000000, "unit": "nanoseconds"},
|  {"name": "work0", "function": "work0", "file": "work.c", "line": null, "address": null, "inline": null, "flat": 60000000, "cum": 60000000, "unit": "nanoseconds"},
|  {"name": "main", "function": "main", "file": "labels.c", "line": null, "address": null, "inline": null, "flat": 0, "cum": 1570000000, "unit": "nanoseconds"}
| ]
|}
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# With filters.
$ pprowl -json -focus=alloc -hide=work -lines frames.pb.gz
~it has no such report
|{
| "report": "top",
| "type": "cpu",
| "value": "sum",
| "unit": "nanoseconds",
| "total": 280000000,
| "granularity": "lines",
| "filters": [
|  {"name": "focus", "value": "alloc"},
|  {"name": "hide", "value": "work"}
| ],
| "file": "/usr/bin/frames",
| "build_id": "c0ffee0000000000000000000000000000000001",
| "doc": null,
| "time_nanos": 1714564800000000000,
| "duration_nanos": 5000000000,
| "comments": [],
| "rows": [
|  {"name": "reallocate alloc.c:70", "function": "reallocate", "file": "alloc.c", "line": 70, "address": null, "inline": null, "flat": 70000000, "cum": 70000000, "unit": "nanoseconds"},
|  {"name": "below frames.c:3", "function": "below", "file": "frames.c", "line": 3, "address": null, "inline": null, "flat": 40000000, "cum": 40000000, "unit": "nanoseconds"},
|  {"name": "alloc_page alloc.c:10", "function": "alloc_page", "file": "alloc.c", "line": 10, "address": null, "inline": null, "flat": 10000000, "cum": 10000000, "unit": "nanoseconds"},
|  {"name": "alloc_important alloc.c:20", "function": "alloc_important", "file": "alloc.c", "line": 20, "address": null, "inline": null, "flat": 0, "cum": 40000000, "unit": "nanoseconds"},
|  {"name": "main frames.c:90", "function": "main", "file": "frames.c", "line": 90, "address": null, "inline": null, "flat": 0, "cum": 110000000, "unit": "nanoseconds"}
| ]
|}

# A base: what changed, then both sides.
$ pprowl -json -base=demo/before.pb.gz -nodecount=2 demo/after.pb.gz
~it has no such report
|{
| "report": "top",
| "type": "inuse_space",
| "value": "sum",
| "unit": "bytes",
| "total": 303977419,
| "base_total": 57131612,
| "granularity": "functions",
| "filters": [],
| "file": "/tmp/pprowl-fixtures/demo",
| "build_id": "4864f58bfb39780d08a909d97d8917342f860998",
| "doc": null,
| "time_nanos": 1795196640290754585,
| "duration_nanos": null,
| "comments": [],
| "rows": [
|  {"name": "demo/cache.(*Store).Put", "function": "demo/cache.(*Store).Put", "file": "demo/cache/store.go", "line": null, "address": null, "inline": null, "flat": 286646070, "cum": 286646070, "base": 40665998, "current": 327312068, "cum_base": 40665998, "cum_current": 327312068, "unit": "bytes"},
|  {"name": "demo/metrics.(*Registry).Counter", "function": "demo/metrics.(*Registry).Counter", "file": "demo/metrics/metrics.go", "line": null, "address": null, "inline": null, "flat": 11909719, "cum": 11909719, "base": 1082931, "current": 12992650, "cum_base": 1082931, "cum_current": 12992650, "unit": "bytes"}
| ]
|}

# A base that shares are of.
$ pprowl -json -diff_base=demo/before.pb.gz -nodecount=1 demo/after.pb.gz | grep total
~it has no such report
| "total": 57131612,
| "base_total": 57131612,

# Filters that a base passes too.
$ pprowl -json -diff_base=demo/before.pb.gz -relative_percentages -focus=thumb -nodecount=1 demo/after.pb.gz | grep total
~it has no such report
| "total": 28428826,
| "base_total": 28428826,

# Divided, the total too.
$ pprowl -json -divide_by=1000 tiny.pb.gz | grep 0000
~it has no such report
| "total": 10000,
| "build_id": "c0ffee0000000000000000000000000000000001",
| "time_nanos": 1714564800000000000,
| "duration_nanos": 5000000000,
|  {"name": "main", "function": "main", "file": "tiny.c", "line": null, "address": null, "inline": null, "flat": 10000, "cum": 10000, "unit": "nanoseconds"}

# Means.
$ pprowl -json -mean -nodecount=1 mutex.pb.gz
~it has no such report
|{
| "report": "top",
| "type": "delay",
| "value": "mean",
| "unit": "nanoseconds",
| "total": 1793325,
| "granularity": "functions",
| "filters": [],
| "file": "/tmp/pprowl-fixtures/busy",
| "build_id": "b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237",
| "doc": null,
| "time_nanos": 1795196646824858785,
| "duration_nanos": null,
| "comments": [],
| "rows": [
|  {"name": "sync.(*Mutex).Unlock", "function": "sync.(*Mutex).Unlock", "file": "sync/mutex.go", "line": null, "address": null, "inline": null, "flat": 6659995, "cum": 6659995, "unit": "nanoseconds"}
| ]
|}

# No rows.
$ pprowl -json empty.pb.gz
~it has no such report
|{
| "report": "top",
| "type": "cpu",
| "value": "sum",
| "unit": "nanoseconds",
| "total": 0,
| "granularity": "functions",
| "filters": [],
| "file": "/usr/bin/idle",
| "build_id": "c0ffee0000000000000000000000000000000001",
| "doc": null,
| "time_nanos": 1714564800000000000,
| "duration_nanos": 5000000000,
| "comments": [],
| "rows": []
|}

# Escapes on a terminal leave nothing but ASCII.
$ pprowl -json -escape=always hostile.pb.gz | LC_ALL=C tr -d '\n -~' | wc -c
~it has no such report
|0
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# Callers and callees within their node.
$ pprowl -tree -json -focus=alloc_i frames.pb.gz | tail -n 6
~it has no such report
|  {"name": "below", "function": "below", "file": "frames.c", "line": null, "address": null, "inline": null, "flat": 40000000, "cum": 40000000, "unit": "nanoseconds", "callers": [{"name": "alloc_important", "function": "alloc_important", "file": "alloc.c", "line": null, "address": null, "inline": null, "weight": 40000000, "unit": "nanoseconds"}], "callees": []},
|  {"name": "alloc_important", "function": "alloc_important", "file": "alloc.c", "line": null, "address": null, "inline": null, "flat": 0, "cum": 40000000, "unit": "nanoseconds", "callers": [{"name": "work", "function": "work", "file": "frames.c", "line": null, "address": null, "inline": null, "weight": 40000000, "unit": "nanoseconds"}], "callees": [{"name": "below", "function": "below", "file": "frames.c", "line": null, "address": null, "inline": null, "weight": 40000000, "unit": "nanoseconds"}]},
|  {"name": "main", "function": "main", "file": "frames.c", "line": null, "address": null, "inline": null, "flat": 0, "cum": 40000000, "unit": "nanoseconds", "callers": [], "callees": [{"name": "work", "function": "work", "file": "frames.c", "line": null, "address": null, "inline": null, "weight": 40000000, "unit": "nanoseconds"}]},
|  {"name": "work", "function": "work", "file": "frames.c", "line": null, "address": null, "inline": null, "flat": 0, "cum": 40000000, "unit": "nanoseconds", "callers": [{"name": "main", "function": "main", "file": "frames.c", "line": null, "address": null, "inline": null, "weight": 40000000, "unit": "nanoseconds"}], "callees": [{"name": "alloc_important", "function": "alloc_important", "file": "alloc.c", "line": null, "address": null, "inline": null, "weight": 40000000, "unit": "nanoseconds"}]}
| ]
|}

# A comparison's calls.
$ pprowl -peek=thumb -json -base=demo/before.pb.gz demo/after.pb.gz | grep callers
~it has no such report
|  {"name": "demo/server.(*Server).thumb", "function": "demo/server.(*Server).thumb", "file": "demo/server/server.go", "line": null, "address": null, "inline": null, "flat": 735334, "cum": 287134460, "base": 49296, "current": 784630, "cum_base": 28428826, "cum_current": 315563286, "unit": "bytes", "callers": [{"name": "demo/server.New.(*Server).timed.func2", "function": "demo/server.New.(*Server).timed.func2", "file": "demo/server/server.go", "line": null, "address": null, "inline": null, "weight": 287134460, "weight_base": 28428826, "weight_current": 315563286, "unit": "bytes"}], "callees": [{"name": "demo/cache.(*Store).Put", "function": "demo/cache.(*Store).Put", "file": "demo/cache/store.go", "line": null, "address": null, "inline": null, "weight": 286399126, "weight_base": 28379530, "weight_current": 314778656, "unit": "bytes"}]}

# A reader of JSON takes it, and each call is there from both ends.
$ pprowl -tree -json -nodefraction=0 -nodecount=0 hostile.pb.gz 2>/dev/null | python3 -c 'import json, sys; rows = json.load(sys.stdin)["rows"]; print(len(rows) > 50, sum(len(r["callers"]) for r in rows) == sum(len(r["callees"]) for r in rows))'
~it has no such report
|True True

# Keys with their tags.
$ pprowl -tags -json -tagshow='latency|tenant' labels.pb.gz 2>/dev/null | tail -n 5
~it has no such report
| "rows": [
|  {"key": "latency", "value": 1700000000, "unit": "nanoseconds", "tags": [{"tag": "1.75ms", "low": 1750, "high": 1750, "tag_unit": "microseconds", "value": 70000000, "unit": "nanoseconds"}, {"tag": "3.50ms", "low": 3500, "high": 3500, "tag_unit": "microseconds", "value": 70000000, "unit": "nanoseconds"}, {"tag": "5.25ms", "low": 5250, "high": 5250, "tag_unit": "microseconds", "value": 70000000, "unit": "nanoseconds"}, {"tag": "7ms", "low": 7000, "high": 7000, "tag_unit": "microseconds", "value": 70000000, "unit": "nanoseconds"}, {"tag": "8.75ms", "low": 8750, "high": 8750, "tag_unit": "microseconds", "value": 70000000, "unit": "nanoseconds"}, {"tag": "1.50ms", "low": 1500, "high": 1500, "tag_unit": "microseconds", "value": 60000000, "unit": "nanoseconds"}, {"tag": "3.25ms", "low": 3250, "high": 3250, "tag_unit": "microseconds", "value": 60000000, "unit": "nanoseconds"}, {"tag": "5ms", "low": 5000, "high": 5000, "tag_unit": "microseconds", "value": 60000000, "unit": "nanoseconds"}, {"tag": "6.75ms", "low": 6750, "high": 6750, "tag_unit": "microseconds", "value": 60000000, "unit": "nanoseconds"}, {"tag": "8.50ms", "low": 8500, "high": 8500, "tag_unit": "microseconds", "value": 60000000, "unit": "nanoseconds"}, {"tag": "1.25ms", "low": 1250, "high": 1250, "tag_unit": "microseconds", "value": 50000000, "unit": "nanoseconds"}, {"tag": "10ms", "low": 10000, "high": 10000, "tag_unit": "microseconds", "value": 50000000, "unit": "nanoseconds"}, {"tag": "29us", "low": 29, "high": 29, "tag_unit": "microseconds", "value": 50000000, "unit": "nanoseconds"}, {"tag": "3ms", "low": 3000, "high": 3000, "tag_unit": "microseconds", "value": 50000000, "unit": "nanoseconds"}, {"tag": "4.75ms", "low": 4750, "high": 4750, "tag_unit": "microseconds", "value": 50000000, "unit": "nanoseconds"}, {"tag": "6.50ms", "low": 6500, "high": 6500, "tag_unit": "microseconds", "value": 50000000, "unit": "nanoseconds"}, {"tag": "8.25ms", "low": 8250, "high": 8250, "tag_unit": "microseconds", "value": 50000000, "unit": "nanoseconds"}, {"tag": "1ms", "low": 1000, "high": 1000, "tag_unit": "microseconds", "value": 40000000, "unit": "nanoseconds"}, {"tag": "2.75ms", "low": 2750, "high": 2750, "tag_unit": "microseconds", "value": 40000000, "unit": "nanoseconds"}, {"tag": "21us", "low": 21, "high": 21, "tag_unit": "microseconds", "value": 40000000, "unit": "nanoseconds"}, {"tag": "4.50ms", "low": 4500, "high": 4500, "tag_unit": "microseconds", "value": 40000000, "unit": "nanoseconds"}, {"tag": "6.25ms", "low": 6250, "high": 6250, "tag_unit": "microseconds", "value": 40000000, "unit": "nanoseconds"}, {"tag": "8ms", "low": 8000, "high": 8000, "tag_unit": "microseconds", "value": 40000000, "unit": "nanoseconds"}, {"tag": "9.75ms", "low": 9750, "high": 9750, "tag_unit": "microseconds", "value": 40000000, "unit": "nanoseconds"}, {"tag": "13us", "low": 13, "high": 13, "tag_unit": "microseconds", "value": 30000000, "unit": "nanoseconds"}, {"tag": "2.50ms", "low": 2500, "high": 2500, "tag_unit": "microseconds", "value": 30000000, "unit": "nanoseconds"}, {"tag": "4.25ms", "low": 4250, "high": 4250, "tag_unit": "microseconds", "value": 30000000, "unit": "nanoseconds"}, {"tag": "6ms", "low": 6000, "high": 6000, "tag_unit": "microseconds", "value": 30000000, "unit": "nanoseconds"}, {"tag": "7.75ms", "low": 7750, "high": 7750, "tag_unit": "microseconds", "value": 30000000, "unit": "nanoseconds"}, {"tag": "750us", "low": 750, "high": 750, "tag_unit": "microseconds", "value": 30000000, "unit": "nanoseconds"}, {"tag": "9.50ms", "low": 9500, "high": 9500, "tag_unit": "microseconds", "value": 30000000, "unit": "nanoseconds"}, {"tag": "2.25ms", "low": 2250, "high": 2250, "tag_unit": "microseconds", "value": 20000000, "unit": "nanoseconds"}, {"tag": "4ms", "low": 4000, "high": 4000, "tag_unit": "microseconds", "value": 20000000, "unit": "nanoseconds"}, {"tag": "5.75ms", "low": 5750, "high": 5750, "tag_unit": "microseconds", "value": 20000000, "unit": "nanoseconds"}, {"tag": "500us", "low": 500, "high": 500, "tag_unit": "microseconds", "value": 20000000, "unit": "nanoseconds"}, {"tag": "5us", "low": 5, "high": 5, "tag_unit": "microseconds", "value": 20000000, "unit": "nanoseconds"}, {"tag": "7.50ms", "low": 7500, "high": 7500, "tag_unit": "microseconds", "value": 20000000, "unit": "nanoseconds"}, {"tag": "9.25ms", "low": 9250, "high": 9250, "tag_unit": "microseconds", "value": 20000000, "unit": "nanoseconds"}, {"tag": "-3us", "low": -3, "high": -3, "tag_unit": "microseconds", "value": 10000000, "unit": "nanoseconds"}, {"tag": "250us", "low": 250, "high": 250, "tag_unit": "microseconds", "value": 10000000, "unit": "nanoseconds"}, {"tag": "2ms", "low": 2000, "high": 2000, "tag_unit": "microseconds", "value": 10000000, "unit": "nanoseconds"}, {"tag": "3.75ms", "low": 3750, "high": 3750, "tag_unit": "microseconds", "value": 10000000, "unit": "nanoseconds"}, {"tag": "5.50ms", "low": 5500, "high": 5500, "tag_unit": "microseconds", "value": 10000000, "unit": "nanoseconds"}, {"tag": "7.25ms", "low": 7250, "high": 7250, "tag_unit": "microseconds", "value": 10000000, "unit": "nanoseconds"}, {"tag": "9ms", "low": 9000, "high": 9000, "tag_unit": "microseconds", "value": 10000000, "unit": "nanoseconds"}]},
|  {"key": "tenant", "value": 580000000, "unit": "nanoseconds", "tags": [{"tag": "blue", "low": null, "high": null, "tag_unit": null, "value": 290000000, "unit": "nanoseconds"}, {"tag": "green 20", "low": null, "high": null, "tag_unit": null, "value": 70000000, "unit": "nanoseconds"}, {"tag": "green 5", "low": null, "high": null, "tag_unit": null, "value": 60000000, "unit": "nanoseconds"}, {"tag": "green 25", "low": null, "high": null, "tag_unit": null, "value": 50000000, "unit": "nanoseconds"}, {"tag": "green 10", "low": null, "high": null, "tag_unit": null, "value": 40000000, "unit": "nanoseconds"}, {"tag": "green 30", "low": null, "high": null, "tag_unit": null, "value": 30000000, "unit": "nanoseconds"}, {"tag": "green 15", "low": null, "high": null, "tag_unit": null, "value": 20000000, "unit": "nanoseconds"}, {"tag": "green 0", "low": null, "high": null, "tag_unit": null, "value": 10000000, "unit": "nanoseconds"}, {"tag": "green 35", "low": null, "high": null, "tag_unit": null, "value": 10000000, "unit": "nanoseconds"}]}
| ]
|}

# Tags that are no text.
$ pprowl -tags -json hostile.pb.gz 2>/dev/null | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["rows"]) > 5)'
~it has no such report
|True
