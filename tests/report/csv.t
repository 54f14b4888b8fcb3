# The rows of -top; alone it means -top.
$ pprowl -csv frames.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit
|reallocate,reallocate,alloc.c,,,,70000000,70000000,nanoseconds
|wrapper,wrapper,frames.c,,,,60000000,60000000,nanoseconds
|main,main,frames.c,,,,50000000,270000000,nanoseconds
|work,work,frames.c,,,,50000000,220000000,nanoseconds
|below,below,frames.c,,,,40000000,40000000,nanoseconds
|alloc_page,alloc_page,alloc.c,,,,10000000,10000000,nanoseconds
|alloc_important,alloc_important,alloc.c,,,,0,40000000,nanoseconds

# ... and the other way round.
$ pprowl -top -csv -nodecount=2 -cum cpp.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit
|app::main()::$_0::operator()() const,app::main()::$_0::operator()() const,app/main.cc,,,,260000000,3510000000,nanoseconds
|app::main()::{lambda()#1}::operator()() const,app::main()::{lambda()#1}::operator()() const,app/main.cc,,,inline,220000000,3510000000,nanoseconds

# A base: what changed, then both sides.
$ pprowl -csv -base=demo/before.pb.gz -nodecount=4 demo/after.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,base,current,cum_base,cum_current,unit
|demo/cache.(*Store).Put,demo/cache.(*Store).Put,demo/cache/store.go,,,,286646070,286646070,40665998,327312068,40665998,327312068,bytes
|demo/metrics.(*Registry).Counter,demo/metrics.(*Registry).Counter,demo/metrics/metrics.go,,,,11909719,11909719,1082931,12992650,1082931,12992650,bytes
|demo/catalog.export,demo/catalog.export,demo/catalog/catalog.go,,,,-2285568,-2285568,2285568,0,2285568,0,bytes
|demo/server.(*Server).thumb,demo/server.(*Server).thumb,demo/server/server.go,,,,735334,287134460,49296,784630,28428826,315563286,bytes

# By line.
$ pprowl -csv -lines -nodecount=2 cpp.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit
|<mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124,<mycrate::Thing as mycrate::Trait<i32>>::foo,src/lib.rs,124,,,370000000,590000000,nanoseconds
|core::fmt::Formatter::pad core/src/fmt/mod.rs:114,core::fmt::Formatter::pad,core/src/fmt/mod.rs,114,,,340000000,530000000,nanoseconds

# By address.
$ pprowl -csv -addresses -nodecount=3 nosym.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit
|0000000000400369 [server],,,,0x400369,,1990000000,2250000000,nanoseconds
|0000000000400123 [server],,,,0x400123,,770000000,4700000000,nanoseconds
|000000000040048c [server],,,,0x40048c,,500000000,980000000,nanoseconds

# By file.
$ pprowl -csv -files -nodecount=2 cpp.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit
|src/lib.rs,,src/lib.rs,,,,500000000,910000000,nanoseconds
|core/src/fmt/mod.rs,,core/src/fmt/mod.rs,,,,460000000,820000000,nanoseconds

# Numbers stay in the unit of the sample type.
$ pprowl -csv -unit=s tiny.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit
|main,main,tiny.c,,,,10000000,10000000,nanoseconds

# Divided.
$ pprowl -csv -divide_by=1000 tiny.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit
|main,main,tiny.c,,,,10000,10000,nanoseconds

# Means, which have no sides.
$ pprowl -csv -mean -base=tiny.pb.gz tiny.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit

# No rows.
$ pprowl -csv empty.pb.gz
~it has no such report
|name,function,file,line,address,inline,flat,cum,unit

# A line a row, whatever the names are.
$ pprowl -csv -focus=separators hostile.pb.gz | wc -l
~it has no such report
|5
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# Escapes on a terminal leave nothing but ASCII.
$ pprowl -csv -escape=always hostile.pb.gz | LC_ALL=C tr -d '\r\n -~' | wc -c
~it has no such report
|0
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# Not all reports are tables.
$ pprowl -raw -csv tiny.pb.gz
~it has no such report
!pprowl: -csv: not of -raw
?2

# One at the most.
$ pprowl -csv -json tiny.pb.gz
~it has no such report
!pprowl: -csv and -json exclude each other
?2
