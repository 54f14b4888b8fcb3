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

# Callers and callees have lines of their own.
$ pprowl -tree -csv -focus=alloc frames.pb.gz
~it has no such report
|kind,of,name,function,file,line,address,inline,flat,cum,weight,unit
|caller,reallocate,work,work,frames.c,,,,,,70000000,nanoseconds
|node,,reallocate,reallocate,alloc.c,,,,70000000,70000000,,nanoseconds
|caller,below,alloc_important,alloc_important,alloc.c,,,,,,40000000,nanoseconds
|node,,below,below,frames.c,,,,40000000,40000000,,nanoseconds
|node,,alloc_page,alloc_page,alloc.c,,,,10000000,10000000,,nanoseconds
|caller,alloc_important,work,work,frames.c,,,,,,40000000,nanoseconds
|node,,alloc_important,alloc_important,alloc.c,,,,0,40000000,,nanoseconds
|callee,alloc_important,below,below,frames.c,,,,,,40000000,nanoseconds
|node,,main,main,frames.c,,,,0,110000000,,nanoseconds
|callee,main,work,work,frames.c,,,,,,110000000,nanoseconds
|caller,work,main,main,frames.c,,,,,,110000000,nanoseconds
|node,,work,work,frames.c,,,,0,110000000,,nanoseconds
|callee,work,reallocate,reallocate,alloc.c,,,,,,70000000,nanoseconds
|callee,work,alloc_important,alloc_important,alloc.c,,,,,,40000000,nanoseconds

# Inlined calls, of one function.
$ pprowl -peek=push_back -csv -nodecount=1 cpp.pb.gz
~it has no such report
|kind,of,name,function,file,line,address,inline,flat,cum,weight,unit
|caller,"std::vector<int, std::allocator<int> >::push_back(int const&)",app::main()::{lambda()#1}::operator()() const,app::main()::{lambda()#1}::operator()() const,app/main.cc,,,,,,490000000,nanoseconds
|caller,"std::vector<int, std::allocator<int> >::push_back(int const&)",app::main()::$_0::operator()() const,app::main()::$_0::operator()() const,app/main.cc,,,,,,40000000,nanoseconds
|caller,"std::vector<int, std::allocator<int> >::push_back(int const&)",net::Socket::~Socket(),net::Socket::~Socket(),net/socket.cc,,,inline,,,30000000,nanoseconds
|caller,"std::vector<int, std::allocator<int> >::push_back(int const&)",base::tasks::ThreadPool::Run(),base::tasks::ThreadPool::Run(),base/thread_pool.cc,,,,,,10000000,nanoseconds
|node,,"std::vector<int, std::allocator<int> >::push_back(int const&)","std::vector<int, std::allocator<int> >::push_back(int const&)",/usr/include/c++/12/bits/stl_vector.h,,,,60000000,570000000,,nanoseconds
|callee,"std::vector<int, std::allocator<int> >::push_back(int const&)",operator new(unsigned long),operator new(unsigned long),libsupc++/new_op.cc,,,,,,280000000,nanoseconds
|callee,"std::vector<int, std::allocator<int> >::push_back(int const&)",core::fmt::Formatter::pad,core::fmt::Formatter::pad,core/src/fmt/mod.rs,,,inline,,,130000000,nanoseconds
|callee,"std::vector<int, std::allocator<int> >::push_back(int const&)",malloc,malloc,,,,inline,,,90000000,nanoseconds
|callee,"std::vector<int, std::allocator<int> >::push_back(int const&)",[libstdc++.so.6],,,,,,,,10000000,nanoseconds

# Calls of a comparison, on both sides.
$ pprowl -peek=thumb -csv -base=demo/before.pb.gz demo/after.pb.gz
~it has no such report
|kind,of,name,function,file,line,address,inline,flat,cum,base,current,cum_base,cum_current,weight,weight_base,weight_current,unit
|caller,demo/server.(*Server).thumb,demo/server.New.(*Server).timed.func2,demo/server.New.(*Server).timed.func2,demo/server/server.go,,,,,,,,,,287134460,28428826,315563286,bytes
|node,,demo/server.(*Server).thumb,demo/server.(*Server).thumb,demo/server/server.go,,,,735334,287134460,49296,784630,28428826,315563286,,,,bytes
|callee,demo/server.(*Server).thumb,demo/cache.(*Store).Put,demo/cache.(*Store).Put,demo/cache/store.go,,,,,,,,,,286399126,28379530,314778656,bytes

# What -peek does not find.
$ pprowl -peek=nothing -csv tiny.pb.gz
~it has no such report
!pprowl: no matches found for regexp: nothing
?2

# A reader of CSV gets every name back in one field.
$ pprowl -tree -csv -nodefraction=0 -nodecount=0 hostile.pb.gz 2>/dev/null | python3 -c 'import csv, sys; rows = list(csv.reader(sys.stdin, strict=True)); print(len(rows) > 99, set(map(len, rows)))'
~it has no such report
|True {12}
