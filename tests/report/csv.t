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
$ pprowl -symbolize=none -csv -addresses -nodecount=3 nosym.pb.gz
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

# Keys and their tags.
$ pprowl -tags -csv labels.pb.gz
~it has no such report
|kind,key,tag,low,high,tag_unit,value,unit
|key,latency,,,,,1700000000,nanoseconds
|tag,latency,1.75ms,1750,1750,microseconds,70000000,nanoseconds
|tag,latency,3.50ms,3500,3500,microseconds,70000000,nanoseconds
|tag,latency,5.25ms,5250,5250,microseconds,70000000,nanoseconds
|tag,latency,7ms,7000,7000,microseconds,70000000,nanoseconds
|tag,latency,8.75ms,8750,8750,microseconds,70000000,nanoseconds
|tag,latency,1.50ms,1500,1500,microseconds,60000000,nanoseconds
|tag,latency,3.25ms,3250,3250,microseconds,60000000,nanoseconds
|tag,latency,5ms,5000,5000,microseconds,60000000,nanoseconds
|tag,latency,6.75ms,6750,6750,microseconds,60000000,nanoseconds
|tag,latency,8.50ms,8500,8500,microseconds,60000000,nanoseconds
|tag,latency,1.25ms,1250,1250,microseconds,50000000,nanoseconds
|tag,latency,10ms,10000,10000,microseconds,50000000,nanoseconds
|tag,latency,29us,29,29,microseconds,50000000,nanoseconds
|tag,latency,3ms,3000,3000,microseconds,50000000,nanoseconds
|tag,latency,4.75ms,4750,4750,microseconds,50000000,nanoseconds
|tag,latency,6.50ms,6500,6500,microseconds,50000000,nanoseconds
|tag,latency,8.25ms,8250,8250,microseconds,50000000,nanoseconds
|tag,latency,1ms,1000,1000,microseconds,40000000,nanoseconds
|tag,latency,2.75ms,2750,2750,microseconds,40000000,nanoseconds
|tag,latency,21us,21,21,microseconds,40000000,nanoseconds
|tag,latency,4.50ms,4500,4500,microseconds,40000000,nanoseconds
|tag,latency,6.25ms,6250,6250,microseconds,40000000,nanoseconds
|tag,latency,8ms,8000,8000,microseconds,40000000,nanoseconds
|tag,latency,9.75ms,9750,9750,microseconds,40000000,nanoseconds
|tag,latency,13us,13,13,microseconds,30000000,nanoseconds
|tag,latency,2.50ms,2500,2500,microseconds,30000000,nanoseconds
|tag,latency,4.25ms,4250,4250,microseconds,30000000,nanoseconds
|tag,latency,6ms,6000,6000,microseconds,30000000,nanoseconds
|tag,latency,7.75ms,7750,7750,microseconds,30000000,nanoseconds
|tag,latency,750us,750,750,microseconds,30000000,nanoseconds
|tag,latency,9.50ms,9500,9500,microseconds,30000000,nanoseconds
|tag,latency,2.25ms,2250,2250,microseconds,20000000,nanoseconds
|tag,latency,4ms,4000,4000,microseconds,20000000,nanoseconds
|tag,latency,5.75ms,5750,5750,microseconds,20000000,nanoseconds
|tag,latency,500us,500,500,microseconds,20000000,nanoseconds
|tag,latency,5us,5,5,microseconds,20000000,nanoseconds
|tag,latency,7.50ms,7500,7500,microseconds,20000000,nanoseconds
|tag,latency,9.25ms,9250,9250,microseconds,20000000,nanoseconds
|tag,latency,'-3us,-3,-3,microseconds,10000000,nanoseconds
|tag,latency,250us,250,250,microseconds,10000000,nanoseconds
|tag,latency,2ms,2000,2000,microseconds,10000000,nanoseconds
|tag,latency,3.75ms,3750,3750,microseconds,10000000,nanoseconds
|tag,latency,5.50ms,5500,5500,microseconds,10000000,nanoseconds
|tag,latency,7.25ms,7250,7250,microseconds,10000000,nanoseconds
|tag,latency,9ms,9000,9000,microseconds,10000000,nanoseconds
|key,method,,,,,1170000000,nanoseconds
|tag,method,DELETE,,,,420000000,nanoseconds
|tag,method,POST,,,,390000000,nanoseconds
|tag,method,GET,,,,360000000,nanoseconds
|key,request,,,,,1550000000,nanoseconds
|tag,request,256B,256,256,bytes,210000000,nanoseconds
|tag,request,4kB,4096,4096,bytes,190000000,nanoseconds
|tag,request,512B,512,512,bytes,190000000,nanoseconds
|tag,request,1kB,1024,1024,bytes,180000000,nanoseconds
|tag,request,64B,64,64,bytes,180000000,nanoseconds
|tag,request,128B,128,128,bytes,160000000,nanoseconds
|tag,request,8kB,8192,8192,bytes,160000000,nanoseconds
|tag,request,2kB,2048,2048,bytes,150000000,nanoseconds
|tag,request,16kB,16384,16384,bytes,130000000,nanoseconds
|key,retries,,,,,140000000,nanoseconds
|tag,retries,4,4,4,retries,50000000,nanoseconds
|tag,retries,3,3,3,retries,40000000,nanoseconds
|tag,retries,2,2,2,retries,30000000,nanoseconds
|tag,retries,1,1,1,retries,20000000,nanoseconds
|key,tenant,,,,,580000000,nanoseconds
|tag,tenant,blue,,,,290000000,nanoseconds
|tag,tenant,green 20,,,,70000000,nanoseconds
|tag,tenant,green 5,,,,60000000,nanoseconds
|tag,tenant,green 25,,,,50000000,nanoseconds
|tag,tenant,green 10,,,,40000000,nanoseconds
|tag,tenant,green 30,,,,30000000,nanoseconds
|tag,tenant,green 15,,,,20000000,nanoseconds
|tag,tenant,green 0,,,,10000000,nanoseconds
|tag,tenant,green 35,,,,10000000,nanoseconds
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Divided.
$ pprowl -tags -csv -divide_by=2 -tagshow=request labels.pb.gz 2>/dev/null | head -n 3
~it has no such report
|kind,key,tag,low,high,tag_unit,value,unit
|key,request,,,,,775000000,nanoseconds
|tag,request,256B,256,256,bytes,105000000,nanoseconds

# Tags of a comparison.
$ pprowl -tags -csv -base=labels.pb.gz -tagshow=request labels.pb.gz
~it has no such report
|kind,key,tag,low,high,tag_unit,value,base,current,unit
|key,request,,,,,0,1550000000,1550000000,nanoseconds
|tag,request,128B,128,128,bytes,0,160000000,160000000,nanoseconds
|tag,request,16kB,16384,16384,bytes,0,130000000,130000000,nanoseconds
|tag,request,1kB,1024,1024,bytes,0,180000000,180000000,nanoseconds
|tag,request,256B,256,256,bytes,0,210000000,210000000,nanoseconds
|tag,request,2kB,2048,2048,bytes,0,150000000,150000000,nanoseconds
|tag,request,4kB,4096,4096,bytes,0,190000000,190000000,nanoseconds
|tag,request,512B,512,512,bytes,0,190000000,190000000,nanoseconds
|tag,request,64B,64,64,bytes,0,180000000,180000000,nanoseconds
|tag,request,8kB,8192,8192,bytes,0,160000000,160000000,nanoseconds
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
