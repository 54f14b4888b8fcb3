# No such file.
$ pprowl -top nothing.pb.gz
!pprowl: nothing.pb.gz: No such file or directory
?2

# A directory.
$ pprowl -top .
!pprowl: .: a directory, which is not read; name files in it: several are merged, and -base OLD NEW compares two
?2

# Not a profile.
$ pprowl -top README.md
!pprowl: README.md: not a profile: this is text, "# Inputs for tests and for `pprowl --demo`"
?2

# What a server says instead of one.
$ echo 'Could not enable CPU profiling: cpu profiling already in use' | pprowl -top -
~it does not read standard input
!pprowl: standard input: not a profile: this is text, "Could not enable CPU profiling: cpu profiling already in use"
?2

# A long line is cut, with a mark, and shows no controls.
$ printf '\n\033[1m%0100d\nmore\n' 7 | pprowl -top -
~it does not read standard input
!pprowl: standard input: not a profile: this is text, "?[1m000000000000000000000000000000000000000000000000000000000000000000..."
?2

# Binary data: what is known by its start is named.
$ printf '\211PNG\r\n\032\n\000\000\000\rIHDR' | pprowl -top -
~it does not read standard input
!pprowl: standard input: not a profile: this is a PNG picture; name the profile it was made from
?2

# And what is not.
$ printf '/bin/app\000-x\000' | pprowl -top -
~it does not read standard input
!pprowl: standard input: not a profile (binary data): byte 0: an unknown wire type
?2

# A gzip that is cut short.
$ head -c 100 cpu.pb.gz | pprowl -top -
~it does not read standard input
!pprowl: standard input: truncated gzip: it ends after 100 bytes, 0 bytes inflated; fetch it again
?2

# A profile that is cut short.
$ head -c 300 raw.pb | pprowl -top -
~it does not read standard input
!pprowl: standard input: sample 7 at byte 266: cut short: the data ends at byte 300
?2

# An empty one.
$ pprowl -top - </dev/null
~it does not read standard input
!pprowl: standard input: a character device, not a file or a pipe
?2

$ : | pprowl -top -
~it does not read standard input
!pprowl: standard input: empty file
?2

# A byte that is wrong.
$ { head -c 40 raw.pb; printf '\377\377\377'; tail -c +44 raw.pb; } | pprowl -top -
~it does not read standard input
!pprowl: standard input: sample 1 at byte 12: an unknown wire type
?2

# The second of two is bad.
$ pprowl -top tiny.pb.gz README.md
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 10ms (  0.2%)
|Showing nodes accounting for 10ms, 100% of 10ms total
|      flat  flat%   sum%        cum   cum%
|      10ms   100%   100%       10ms   100%  main
!README.md: not a profile: this is text, "# Inputs for tests and for `pprowl --demo`"
!Fetched 1 source profiles out of 2

# A base that is bad.
$ pprowl -top -base README.md tiny.pb.gz
!pprowl: README.md: not a profile: this is text, "# Inputs for tests and for `pprowl --demo`"
?2

# Limits are named.
$ pprowl -top -max_input=1kB cpu.pb.gz
!pprowl: cpu.pb.gz: more than -max_input=1kB; raise it with -max_input=SIZE
?2

# No such sample type.
$ pprowl -top -sample_index=heap cpu.pb.gz
!pprowl: sample_index "heap" must be one of: [samples cpu]
?2

# A name of a file that attacks the terminal.
$ pprowl -top "$(printf 'a\033[2Jb')"
!pprowl: a\x1b[2Jb: No such file or directory
?2

# Nobody reads: no complaint.
$ { pprowl -traces deep.pb.gz; echo $? >&3; } 3>&2 | head -n 1
|File: deep
!141

# The disk is full.
$ pprowl -top cpu.pb.gz >/dev/full
!pprowl: standard output: No space left on device
?2

# Its output is closed.
$ pprowl -top tiny.pb.gz >&-
~it does not notice that nothing was written
!pprowl: standard output: Bad file descriptor
?2

# An option behind the profile.
$ pprowl tiny.pb.gz -top
~it prompts without a report
|File: tiny
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 10ms (  0.2%)
|Showing nodes accounting for 10ms, 100% of 10ms total
|      flat  flat%   sum%        cum   cum%
|      10ms   100%   100%       10ms   100%  main
!-top: taken for a profile; options stand in front of them
!-top: No such file or directory
!Fetched 1 source profiles out of 2

# A script that is no file.
$ pprowl -script=. tiny.pb.gz
~it has no scripts
!pprowl: the script: Is a directory
?2

# A table of no report is that of -top, also in a file.
$ pprowl -json -output=/dev/stdout empty.pb.gz
~it has no tables
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
!Generating report in /dev/stdout

# A server without a port is a file to the reference, too.
$ pprowl -top localhost/debug/pprof/heap
~it says it in other words
!pprowl: localhost/debug/pprof/heap: No such file or directory; if it is a server's, http://... or HOST:PORT/... fetches it
?2
