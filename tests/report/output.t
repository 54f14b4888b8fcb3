# A new file.
$ d=$(mktemp -d); umask 027; pprowl -top -output=$d/x tiny.pb.gz 2>&1 | sed "s|$d|DIR|"; tail -n 2 $d/x; stat -c %a $d/x; ls -A $d; rm -r $d
|Generating report in DIR/x
|      flat  flat%   sum%        cum   cum%
|      10ms   100%   100%       10ms   100%  main
|640
|x

# One that was there, through a link: its mode stays, and so does the link.
$ d=$(mktemp -d); echo old >$d/x; chmod 604 $d/x; ln -s x $d/link; pprowl -comments -output=$d/link labels.pb.gz 2>/dev/null; cat $d/x; stat -c %a $d/x; readlink $d/link; ls -A $d; rm -r $d
|made by fixtures/make
|#not shown in headers
|604
|x
|link
|x

# A report that fails leaves it as it was.
$ d=$(mktemp -d); echo old >$d/x; pprowl -peek=nothing -output=$d/x tiny.pb.gz; cat $d/x; ls -A $d; rm -r $d
|old
|x
!pprowl: no matches found for regexp: nothing

# No such folder, and a folder.
$ pprowl -top -output=no/such/x tiny.pb.gz
!pprowl: no/such/x: No such file or directory
?2

$ pprowl -top -output=demo tiny.pb.gz
!pprowl: demo: Is a directory
?2

# A device is written to.
$ pprowl -top -output=/dev/stdout tiny.pb.gz | tail -n 1
|      10ms   100%   100%       10ms   100%  main
!Generating report in /dev/stdout

$ pprowl -top -output=/dev/full tiny.pb.gz
!pprowl: /dev/full: No space left on device
?2

# Standard output stays what it is, also when it is a file.
$ d=$(mktemp -d); { echo first; pprowl -comments -output=/dev/stdout labels.pb.gz; echo last; } >$d/x 2>/dev/null; cat $d/x; rm -r $d
~it cuts the file that it shares
|first
|made by fixtures/make
|#not shown in headers
|last

# Without a name it is standard output.
$ pprowl -top -output= tiny.pb.gz | tail -n 1
|      10ms   100%   100%       10ms   100%  main

# Names are escaped on a terminal alone.
$ d=$(mktemp -d); pprowl -top -output=$d/x hostile.pb.gz 2>/dev/null; pprowl -top hostile.pb.gz | cmp - $d/x; rm -r $d
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# There must be a report.
$ pprowl -output=x tiny.pb.gz
~it starts its shell
!pprowl: -output: of which report?  Add -top or another
?2
