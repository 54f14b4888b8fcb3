# A profile written and read again: labels, comments, header.
$ f=$(mktemp) && pprowl -proto labels.pb.gz >$f && pprowl -raw $f; rm $f
|Comment: made by fixtures/make
|Comment: #not shown in headers
|Doc: https://example.com/profiles
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 3 2 1 
|                method:[GET] tenant:[blue green 0]
|                latency:[250 microseconds -3 milliseconds] request:[64]
|          2   20000000: 2 1 
|                method:[POST]
|                latency:[500 microseconds] request:[128]
|          3   30000000: 2 1 
|                method:[DELETE]
|                latency:[750 microseconds] request:[256]
|          4   40000000: 4 2 1 
|                latency:[1000 microseconds] request:[512]
|          5   50000000: 2 1 
|                method:[GET]
|                latency:[1250 microseconds] request:[1024]
|          6   60000000: 2 1 
|                method:[POST] tenant:[blue green 5]
|                latency:[1500 microseconds] request:[2048]
|          7   70000000: 5 2 1 
|                method:[DELETE]
|                latency:[1750 microseconds] request:[4096]
|          1   10000000: 2 1 
|                latency:[2000 microseconds] request:[8192]
|          2   20000000: 2 1 
|                method:[GET]
|                latency:[2250 microseconds 5 milliseconds] request:[16384] retries:[1]
|          3   30000000: 6 2 1 
|                method:[POST]
|                latency:[2500 microseconds] request:[64]
|          4   40000000: 2 1 
|                method:[DELETE] tenant:[blue green 10]
|                latency:[2750 microseconds] request:[128]
|          5   50000000: 2 1 
|                latency:[3000 microseconds] request:[256]
|          6   60000000: 7 2 1 
|                method:[GET]
|                latency:[3250 microseconds] request:[512]
|          7   70000000: 2 1 
|                method:[POST]
|                latency:[3500 microseconds] request:[1024]
|          1   10000000: 2 1 
|                method:[DELETE]
|                latency:[3750 microseconds] request:[2048]
|          2   20000000: 8 2 1 
|                tenant:[blue green 15]
|                latency:[4000 microseconds] request:[4096]
|          3   30000000: 2 1 
|                method:[GET]
|                latency:[4250 microseconds 13 milliseconds] request:[8192] retries:[2]
|          4   40000000: 2 1 
|                method:[POST]
|                latency:[4500 microseconds] request:[16384]
|          5   50000000: 9 2 1 
|                method:[DELETE]
|                latency:[4750 microseconds] request:[64]
|          6   60000000: 2 1 
|                latency:[5000 microseconds] request:[128]
|          7   70000000: 2 1 
|                method:[GET] tenant:[blue green 20]
|                latency:[5250 microseconds] request:[256]
|          1   10000000: 10 2 1 
|                method:[POST]
|                latency:[5500 microseconds] request:[512]
|          2   20000000: 2 1 
|                method:[DELETE]
|                latency:[5750 microseconds] request:[1024]
|          3   30000000: 2 1 
|                latency:[6000 microseconds] request:[2048]
|          4   40000000: 11 2 1 
|                method:[GET]
|                latency:[6250 microseconds 21 milliseconds] request:[4096] retries:[3]
|          5   50000000: 2 1 
|                method:[POST] tenant:[blue green 25]
|                latency:[6500 microseconds] request:[8192]
|          6   60000000: 2 1 
|                method:[DELETE]
|                latency:[6750 microseconds] request:[16384]
|          7   70000000: 12 2 1 
|                latency:[7000 microseconds] request:[64]
|          1   10000000: 2 1 
|                method:[GET]
|                latency:[7250 microseconds] request:[128]
|          2   20000000: 2 1 
|                method:[POST]
|                latency:[7500 microseconds] request:[256]
|          3   30000000: 13 2 1 
|                method:[DELETE] tenant:[blue green 30]
|                latency:[7750 microseconds] request:[512]
|          4   40000000: 2 1 
|                latency:[8000 microseconds] request:[1024]
|          5   50000000: 2 1 
|                method:[GET]
|                latency:[8250 microseconds 29 milliseconds] request:[2048] retries:[4]
|          6   60000000: 14 2 1 
|                method:[POST]
|                latency:[8500 microseconds] request:[4096]
|          7   70000000: 2 1 
|                method:[DELETE]
|                latency:[8750 microseconds] request:[8192]
|          1   10000000: 2 1 
|                tenant:[blue green 35]
|                latency:[9000 microseconds] request:[16384]
|          2   20000000: 15 2 1 
|                method:[GET]
|                latency:[9250 microseconds] request:[64]
|          3   30000000: 2 1 
|                method:[POST]
|                latency:[9500 microseconds] request:[128]
|          4   40000000: 2 1 
|                method:[DELETE]
|                latency:[9750 microseconds] request:[256]
|          5   50000000: 16 2 1 
|                latency:[10000 microseconds] request:[512]
|          2   20000000: 2 1 
|Locations
|     1: 0x401000 M=1 main labels.c:80:0 s=77
|     2: 0x401020 M=1 handle labels.c:40:0 s=37
|     3: 0x401040 M=1 work0 work.c:10:0 s=7
|     4: 0x401060 M=1 work3 work.c:13:0 s=10
|     5: 0x401080 M=1 work1 work.c:16:0 s=13
|     6: 0x4010a0 M=1 work4 work.c:19:0 s=16
|     7: 0x4010c0 M=1 work2 work.c:22:0 s=19
|     8: 0x4010e0 M=1 work0 work.c:25:0 s=22
|     9: 0x401100 M=1 work3 work.c:28:0 s=25
|    10: 0x401120 M=1 work1 work.c:31:0 s=28
|    11: 0x401140 M=1 work4 work.c:34:0 s=31
|    12: 0x401160 M=1 work2 work.c:37:0 s=34
|    13: 0x401180 M=1 work0 work.c:40:0 s=37
|    14: 0x4011a0 M=1 work3 work.c:43:0 s=40
|    15: 0x4011c0 M=1 work1 work.c:46:0 s=43
|    16: 0x4011e0 M=1 work4 work.c:49:0 s=46
|Mappings
|1: 0x400000/0x800000/0x0 /usr/bin/labels c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Ids, addresses and patterns stay, functions and mappings that nothing uses too.
$ f=$(mktemp) && pprowl -proto sparse.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|          5   50000000: 18421123595832698110 18436495882558810213 18441619978134180914 18446744073709551615 
|          4   40000000: 18421123595832698110 18431371786983439512 18441619978134180914 18446744073709551615 
|          3   30000000: 18426247691408068811 18446744073709551615 
|          2   20000000: 18421123595832698110 18426247691408068811 18436495882558810213 18446744073709551615 
|          6   60000000: 18421123595832698110 18410875404681956708 18441619978134180914 18446744073709551615 
|          7   70000000: 18415999500257327409 18441619978134180914 18446744073709551615 
|          1   10000000: 18436495882558810213 
|Locations
|18446744073709551615: 0x401000 M=18446744073709551615 main frames.c:90:0 s=87
|18441619978134180914: 0x401020 M=18446744073709551615 work frames.c:60:0 s=57
|18436495882558810213: 0x401040 M=18446744073709551615 alloc_page alloc.c:10:0 s=7
|18431371786983439512: 0x401060 M=18446744073709551615 alloc_important alloc.c:20:0 s=17
|18426247691408068811: 0x401080 M=18446744073709551615 sys.read sys.c:5:0 s=2
|18421123595832698110: 0x4010a0 M=18446744073709551615 below frames.c:3:0 s=0
|18415999500257327409: 0x4010c0 M=18446744073709551615 reallocate alloc.c:70:0 s=67
|18410875404681956708: 0x4010e0 M=18446744073709551615 alloc_small alloc.c:30:0 s=28
|             wrapper frames.c:31:0 s=29
|Mappings
|18446744073709551615: 0x400000/0x800000/0x0 /usr/bin/frames c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]

# A location keeps those of its inlined calls that are not hidden.
$ f=$(mktemp) && pprowl -proto '-hide=_M_|Vec' cpp.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 1 6 14 
|          1   10000000: 15 14 
|                thread:[worker 0]
|          1   10000000: 16 15 1 14 
|          4   40000000: 2 7 14 
|          2   20000000: 17 14 
|                thread:[worker 1]
|          1   10000000: 18 17 1 14 
|          7   70000000: 3 8 14 
|          3   30000000: 19 14 
|                thread:[worker 2]
|          1   10000000: 20 19 1 14 
|         10  100000000: 4 9 14 
|          4   40000000: 21 14 
|                thread:[worker 3]
|          1   10000000: 22 21 1 14 
|         13  130000000: 5 10 14 
|          5   50000000: 23 14 
|                thread:[worker 0]
|          1   10000000: 24 23 1 14 
|         16  160000000: 6 11 14 
|          6   60000000: 25 14 
|                thread:[worker 1]
|          1   10000000: 26 25 1 14 
|         19  190000000: 7 12 14 
|          7   70000000: 27 14 
|                thread:[worker 2]
|          1   10000000: 28 27 1 14 
|         22  220000000: 8 13 14 
|          8   80000000: 29 14 
|                thread:[worker 3]
|          1   10000000: 30 29 1 14 
|         25  250000000: 9 1 14 
|          9   90000000: 31 14 
|                thread:[worker 0]
|          1   10000000: 32 31 1 14 
|         28  280000000: 10 2 14 
|         10  100000000: 33 14 
|                thread:[worker 1]
|          1   10000000: 34 33 1 14 
|         31  310000000: 11 3 14 
|         11  110000000: 35 14 
|                thread:[worker 2]
|          1   10000000: 36 35 1 14 
|         34  340000000: 12 4 14 
|         12  120000000: 37 14 
|                thread:[worker 3]
|          1   10000000: 38 37 1 14 
|         37  370000000: 13 5 14 
|         13  130000000: 39 14 
|                thread:[worker 0]
|          1   10000000: 40 39 1 14 
|Locations
|     1: 0x401000 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:4:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|     2: 0x401020 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:14:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|     3: 0x401040 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:24:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|     4: 0x401060 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:34:0 s=30(_ZN3net6SocketlsERKS0_)
|     5: 0x401080 M=1 net::Socket::~Socket() net/socket.cc:44:0 s=40(_ZN3net6SocketD2Ev)
|     6: 0x4010a0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:54:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|     7: 0x4010c0 M=1 app::main()::$_0::operator()() const app/main.cc:64:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|     8: 0x4010e0 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:74:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|     9: 0x401100 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:84:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|    10: 0x401120 M=1 operator new(unsigned long) libsupc++/new_op.cc:94:0 s=90(_Znwm)
|    11: 0x401140 M=1 malloc :104:0 s=100
|    12: 0x401160 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:114:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|    13: 0x401180 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124:0 s=120(_RNvCs1234_7mycrate3foo)
|    14: 0x4011a0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:500:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|             app::main()::$_0::operator()() const app/main.cc:501:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|             main app/main.cc:502:0 s=480
|    15: 0x4011c0 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:0:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:1:0 s=30(_ZN3net6SocketlsERKS0_)
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:2:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|    16: 0x7f0000001000 M=2 
|    17: 0x401200 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:20:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|             net::Socket::~Socket() net/socket.cc:21:0 s=40(_ZN3net6SocketD2Ev)
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:22:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|    18: 0x7f0000001040 M=2 
|    19: 0x401240 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:40:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|             app::main()::{lambda()#1}::operator()() const app/main.cc:41:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|             operator new(unsigned long) libsupc++/new_op.cc:42:0 s=90(_Znwm)
|    20: 0x7f0000001080 M=2 
|    21: 0x401280 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:60:0 s=30(_ZN3net6SocketlsERKS0_)
|             app::main()::$_0::operator()() const app/main.cc:61:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|             malloc :62:0 s=100
|    22: 0x7f00000010c0 M=2 
|    23: 0x4012c0 M=1 net::Socket::~Socket() net/socket.cc:80:0 s=40(_ZN3net6SocketD2Ev)
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:81:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:82:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|    24: 0x7f0000001100 M=2 
|    25: 0x401300 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:100:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:101:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:102:0 s=120(_RNvCs1234_7mycrate3foo)
|    26: 0x7f0000001140 M=2 
|    27: 0x401340 M=1 app::main()::$_0::operator()() const app/main.cc:120:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|             operator new(unsigned long) libsupc++/new_op.cc:121:0 s=90(_Znwm)
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:122:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|    28: 0x7f0000001180 M=2 
|    29: 0x401380 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:140:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|             malloc :141:0 s=100
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:142:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|    30: 0x7f00000011c0 M=2 
|    31: 0x4013c0 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:160:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:161:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:162:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|    32: 0x7f0000001200 M=2 
|    33: 0x401400 M=1 operator new(unsigned long) libsupc++/new_op.cc:180:0 s=90(_Znwm)
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:181:0 s=120(_RNvCs1234_7mycrate3foo)
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:182:0 s=30(_ZN3net6SocketlsERKS0_)
|    34: 0x7f0000001240 M=2 
|    35: 0x401440 M=1 malloc :200:0 s=100
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:201:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|             net::Socket::~Socket() net/socket.cc:202:0 s=40(_ZN3net6SocketD2Ev)
|    36: 0x7f0000001280 M=2 
|    37: 0x401480 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:220:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:221:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|             app::main()::{lambda()#1}::operator()() const app/main.cc:222:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|    38: 0x7f00000012c0 M=2 
|    39: 0x4014c0 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:240:0 s=120(_RNvCs1234_7mycrate3foo)
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:241:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|             app::main()::$_0::operator()() const app/main.cc:242:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|    40: 0x7f0000001300 M=2 
|Mappings
|1: 0x400000/0x800000/0x0 /opt/app/server c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]
|2: 0x7f0000000000/0x7f0000200000/0x0 /usr/lib/libstdc++.so.6 abcdef [FN][FL][LN][IN]
!Hide expression matched no samples

# Cut at both ends.
$ f=$(mktemp) && pprowl -proto -show_from=main -prune_from=sort cpp.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 1 6 14 
|          1   10000000: 15 14 
|                thread:[worker 0]
|          1   10000000: 16 15 1 14 
|          4   40000000: 2 7 14 
|          2   20000000: 17 14 
|                thread:[worker 1]
|          1   10000000: 18 17 1 14 
|          7   70000000: 3 8 14 
|          3   30000000: 19 14 
|                thread:[worker 2]
|          1   10000000: 20 19 1 14 
|         10  100000000: 4 9 14 
|          4   40000000: 21 14 
|                thread:[worker 3]
|          1   10000000: 22 21 1 14 
|         13  130000000: 5 10 14 
|          5   50000000: 23 14 
|                thread:[worker 0]
|          1   10000000: 24 23 1 14 
|         16  160000000: 6 11 14 
|          6   60000000: 25 14 
|                thread:[worker 1]
|          1   10000000: 26 25 1 14 
|         19  190000000: 7 12 14 
|          7   70000000: 27 14 
|                thread:[worker 2]
|          1   10000000: 28 27 1 14 
|         22  220000000: 8 13 14 
|          8   80000000: 29 14 
|                thread:[worker 3]
|          1   10000000: 30 29 1 14 
|         25  250000000: 9 1 14 
|          9   90000000: 31 14 
|                thread:[worker 0]
|          1   10000000: 32 31 1 14 
|         28  280000000: 10 2 14 
|         10  100000000: 33 14 
|                thread:[worker 1]
|          1   10000000: 34 33 1 14 
|         31  310000000: 11 3 14 
|         11  110000000: 35 14 
|                thread:[worker 2]
|          1   10000000: 36 35 1 14 
|         34  340000000: 12 4 14 
|         12  120000000: 37 14 
|                thread:[worker 3]
|          1   10000000: 38 37 1 14 
|         37  370000000: 13 5 14 
|         13  130000000: 39 14 
|                thread:[worker 0]
|          1   10000000: 40 39 1 14 
|Locations
|     1: 0x401000 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:4:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|     2: 0x401020 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:14:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|     3: 0x401040 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:24:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|     4: 0x401060 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:34:0 s=30(_ZN3net6SocketlsERKS0_)
|     5: 0x401080 M=1 net::Socket::~Socket() net/socket.cc:44:0 s=40(_ZN3net6SocketD2Ev)
|     6: 0x4010a0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:54:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|     7: 0x4010c0 M=1 app::main()::$_0::operator()() const app/main.cc:64:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|     8: 0x4010e0 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:74:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|     9: 0x401100 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:84:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|    10: 0x401120 M=1 operator new(unsigned long) libsupc++/new_op.cc:94:0 s=90(_Znwm)
|    11: 0x401140 M=1 malloc :104:0 s=100
|    12: 0x401160 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:114:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|    13: 0x401180 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124:0 s=120(_RNvCs1234_7mycrate3foo)
|    14: 0x4011a0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:500:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|             app::main()::$_0::operator()() const app/main.cc:501:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|             main app/main.cc:502:0 s=480
|    15: 0x4011c0 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:0:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:1:0 s=30(_ZN3net6SocketlsERKS0_)
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:2:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|    16: 0x7f0000001000 M=2 
|    17: 0x401200 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:20:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|             net::Socket::~Socket() net/socket.cc:21:0 s=40(_ZN3net6SocketD2Ev)
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:22:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|    18: 0x7f0000001040 M=2 
|    19: 0x401240 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:40:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|             app::main()::{lambda()#1}::operator()() const app/main.cc:41:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|    20: 0x7f0000001080 M=2 
|    21: 0x401280 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:60:0 s=30(_ZN3net6SocketlsERKS0_)
|             app::main()::$_0::operator()() const app/main.cc:61:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|    22: 0x7f00000010c0 M=2 
|    23: 0x4012c0 M=1 net::Socket::~Socket() net/socket.cc:80:0 s=40(_ZN3net6SocketD2Ev)
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:81:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:82:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|    24: 0x7f0000001100 M=2 
|    25: 0x401300 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:100:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|    26: 0x7f0000001140 M=2 
|    27: 0x401340 M=1 app::main()::$_0::operator()() const app/main.cc:120:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|    28: 0x7f0000001180 M=2 
|    29: 0x401380 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:140:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|             malloc :141:0 s=100
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:142:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|    30: 0x7f00000011c0 M=2 
|    31: 0x4013c0 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:160:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:161:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:162:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|    32: 0x7f0000001200 M=2 
|    33: 0x401400 M=1 operator new(unsigned long) libsupc++/new_op.cc:180:0 s=90(_Znwm)
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:181:0 s=120(_RNvCs1234_7mycrate3foo)
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:182:0 s=30(_ZN3net6SocketlsERKS0_)
|    34: 0x7f0000001240 M=2 
|    35: 0x401440 M=1 malloc :200:0 s=100
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:201:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|             net::Socket::~Socket() net/socket.cc:202:0 s=40(_ZN3net6SocketD2Ev)
|    36: 0x7f0000001280 M=2 
|    37: 0x401480 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:220:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:221:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|             app::main()::{lambda()#1}::operator()() const app/main.cc:222:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|    38: 0x7f00000012c0 M=2 
|    39: 0x4014c0 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:240:0 s=120(_RNvCs1234_7mycrate3foo)
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:241:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|             app::main()::$_0::operator()() const app/main.cc:242:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|    40: 0x7f0000001300 M=2 
|Mappings
|1: 0x400000/0x800000/0x0 /opt/app/server c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]
|2: 0x7f0000000000/0x7f0000200000/0x0 /usr/lib/libstdc++.so.6 abcdef [FN][FL][LN][IN]

# Without inlined calls.
$ f=$(mktemp) && pprowl -proto -noinlines cpp.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 1 6 14 
|          1   10000000: 15 14 
|                thread:[worker 0]
|          1   10000000: 16 15 1 14 
|          4   40000000: 2 7 14 
|          2   20000000: 17 14 
|                thread:[worker 1]
|          1   10000000: 18 17 1 14 
|          7   70000000: 3 8 14 
|          3   30000000: 19 14 
|                thread:[worker 2]
|          1   10000000: 20 19 1 14 
|         10  100000000: 4 9 14 
|          4   40000000: 21 14 
|                thread:[worker 3]
|          1   10000000: 22 21 1 14 
|         13  130000000: 5 10 14 
|          5   50000000: 23 14 
|                thread:[worker 0]
|          1   10000000: 24 23 1 14 
|         16  160000000: 6 11 14 
|          6   60000000: 25 14 
|                thread:[worker 1]
|          1   10000000: 26 25 1 14 
|         19  190000000: 7 12 14 
|          7   70000000: 27 14 
|                thread:[worker 2]
|          1   10000000: 28 27 1 14 
|         22  220000000: 8 13 14 
|          8   80000000: 29 14 
|                thread:[worker 3]
|          1   10000000: 30 29 1 14 
|         25  250000000: 9 1 14 
|          9   90000000: 31 14 
|                thread:[worker 0]
|          1   10000000: 32 31 1 14 
|         28  280000000: 10 2 14 
|         10  100000000: 33 14 
|                thread:[worker 1]
|          1   10000000: 34 33 1 14 
|         31  310000000: 11 3 14 
|         11  110000000: 35 14 
|                thread:[worker 2]
|          1   10000000: 36 35 1 14 
|         34  340000000: 12 4 14 
|         12  120000000: 37 14 
|                thread:[worker 3]
|          1   10000000: 38 37 1 14 
|         37  370000000: 13 5 14 
|         13  130000000: 39 14 
|                thread:[worker 0]
|          1   10000000: 40 39 1 14 
|Locations
|     1: 0x401000 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:4:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|     2: 0x401020 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:14:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|     3: 0x401040 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:24:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|     4: 0x401060 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:34:0 s=30(_ZN3net6SocketlsERKS0_)
|     5: 0x401080 M=1 net::Socket::~Socket() net/socket.cc:44:0 s=40(_ZN3net6SocketD2Ev)
|     6: 0x4010a0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:54:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|     7: 0x4010c0 M=1 app::main()::$_0::operator()() const app/main.cc:64:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|     8: 0x4010e0 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:74:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|     9: 0x401100 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:84:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|    10: 0x401120 M=1 operator new(unsigned long) libsupc++/new_op.cc:94:0 s=90(_Znwm)
|    11: 0x401140 M=1 malloc :104:0 s=100
|    12: 0x401160 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:114:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|    13: 0x401180 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124:0 s=120(_RNvCs1234_7mycrate3foo)
|    14: 0x4011a0 M=1 main app/main.cc:502:0 s=480
|    15: 0x4011c0 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:2:0 s=70(_ZNSt3mapINSt7__cxx1112basic_stringIcEESt6vectorIPN2db3RowEEE4findERKS2_)
|    16: 0x7f0000001000 M=2 
|    17: 0x401200 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:22:0 s=80(_ZN2db5TableIN2db3RowEE4scanIZNS_5queryEvEUlS1_E_EEvT_)
|    18: 0x7f0000001040 M=2 
|    19: 0x401240 M=1 operator new(unsigned long) libsupc++/new_op.cc:42:0 s=90(_Znwm)
|    20: 0x7f0000001080 M=2 
|    21: 0x401280 M=1 malloc :62:0 s=100
|    22: 0x7f00000010c0 M=2 
|    23: 0x4012c0 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:82:0 s=110(_ZN4core3fmt9Formatter3pad17h0123456789abcdefE)
|    24: 0x7f0000001100 M=2 
|    25: 0x401300 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:102:0 s=120(_RNvCs1234_7mycrate3foo)
|    26: 0x7f0000001140 M=2 
|    27: 0x401340 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:122:0 s=0(_ZN4base5tasks10ThreadPool3RunEv)
|    28: 0x7f0000001180 M=2 
|    29: 0x401380 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:142:0 s=10(_ZNSt6vectorIiSaIiEE9push_backERKi)
|    30: 0x7f00000011c0 M=2 
|    31: 0x4013c0 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:162:0 s=20(_ZN12_GLOBAL__N_15parseERKNSt7__cxx1112basic_stringIcEE)
|    32: 0x7f0000001200 M=2 
|    33: 0x401400 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:182:0 s=30(_ZN3net6SocketlsERKS0_)
|    34: 0x7f0000001240 M=2 
|    35: 0x401440 M=1 net::Socket::~Socket() net/socket.cc:202:0 s=40(_ZN3net6SocketD2Ev)
|    36: 0x7f0000001280 M=2 
|    37: 0x401480 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:222:0 s=50(_ZZN3app4mainEvENKUlvE_clEv)
|    38: 0x7f00000012c0 M=2 
|    39: 0x4014c0 M=1 app::main()::$_0::operator()() const app/main.cc:242:0 s=60(_ZZN3app4mainEvENK3$_0clEv)
|    40: 0x7f0000001300 M=2 
|Mappings
|1: 0x400000/0x800000/0x0 /opt/app/server c0ffee0000000000000000000000000000000001 [FN][FL][LN]
|2: 0x7f0000000000/0x7f0000200000/0x0 /usr/lib/libstdc++.so.6 abcdef [FN][FL][LN]

# Rows that are out of focus go, their locations stay.
$ f=$(mktemp) && pprowl -proto '-focus=load' '-ignore=free' sparse.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|Locations
|18446744073709551615: 0x401000 M=18446744073709551615 main frames.c:90:0 s=87
|18441619978134180914: 0x401020 M=18446744073709551615 work frames.c:60:0 s=57
|18436495882558810213: 0x401040 M=18446744073709551615 alloc_page alloc.c:10:0 s=7
|18431371786983439512: 0x401060 M=18446744073709551615 alloc_important alloc.c:20:0 s=17
|18426247691408068811: 0x401080 M=18446744073709551615 sys.read sys.c:5:0 s=2
|18421123595832698110: 0x4010a0 M=18446744073709551615 below frames.c:3:0 s=0
|18415999500257327409: 0x4010c0 M=18446744073709551615 reallocate alloc.c:70:0 s=67
|18410875404681956708: 0x4010e0 M=18446744073709551615 alloc_small alloc.c:30:0 s=28
|             wrapper frames.c:31:0 s=29
|Mappings
|18446744073709551615: 0x400000/0x800000/0x0 /usr/bin/frames c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]
!Focus expression matched no samples
!Ignore expression matched no samples

# Nothing is left.
$ f=$(mktemp) && pprowl -proto -focus=nothing tiny.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|Locations
|     1: 0x401000 M=1 main tiny.c:5:0 s=2
|Mappings
|1: 0x400000/0x800000/0x0 /usr/bin/tiny c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]
!Focus expression matched no samples

# A difference is merged, with signs.
$ f=$(mktemp) && pprowl -proto -base=zero.pb.gz tiny.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 10s
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 1 
|Locations
|     1: 0x401000 M=1 main tiny.c:5:0 s=2
|Mappings
|1: 0x400000/0x800000/0x0 /usr/bin/tiny c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]

# A difference whose base is marked.
$ f=$(mktemp) && pprowl -proto -diff_base=frames.pb.gz frames.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 10s
|Samples:
|samples/count cpu/nanoseconds
|          5   50000000: 3 4 
|          4   40000000: 1 5 3 4 
|          3   30000000: 4 
|          2   20000000: 4 
|          6   60000000: 7 3 4 
|          7   70000000: 8 3 4 
|          1   10000000: 2 
|         -5  -50000000: 3 4 
|                pprof::base:[true]
|         -4  -40000000: 1 5 3 4 
|                pprof::base:[true]
|         -3  -30000000: 4 
|                pprof::base:[true]
|         -2  -20000000: 4 
|                pprof::base:[true]
|         -6  -60000000: 7 3 4 
|                pprof::base:[true]
|         -7  -70000000: 8 3 4 
|                pprof::base:[true]
|         -1  -10000000: 2 
|                pprof::base:[true]
|Locations
|     1: 0x4010a0 M=1 below frames.c:3:0 s=0
|     2: 0x401040 M=1 alloc_page alloc.c:10:0 s=7
|     3: 0x401020 M=1 work frames.c:60:0 s=57
|     4: 0x401000 M=1 main frames.c:90:0 s=87
|     5: 0x401060 M=1 alloc_important alloc.c:20:0 s=17
|     6: 0x401080 M=1 sys.read sys.c:5:0 s=2
|     7: 0x4010e0 M=1 wrapper frames.c:31:0 s=29
|     8: 0x4010c0 M=1 reallocate alloc.c:70:0 s=67
|Mappings
|1: 0x400000/0x800000/0x0 /usr/bin/frames c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]

# Several sources.
$ f=$(mktemp) && pprowl -proto tiny.pb.gz frames.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 10s
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 1 
|          5   50000000: 2 3 4 5 
|          4   40000000: 2 6 4 5 
|          3   30000000: 7 5 
|          2   20000000: 2 7 3 5 
|          6   60000000: 2 8 4 5 
|          7   70000000: 9 4 5 
|          1   10000000: 3 
|Locations
|     1: 0x401000 M=1 main tiny.c:5:0 s=2
|     2: 0x4010a0 M=1 below frames.c:3:0 s=0
|     3: 0x401040 M=1 alloc_page alloc.c:10:0 s=7
|     4: 0x401020 M=1 work frames.c:60:0 s=57
|     5: 0x401000 M=1 main frames.c:90:0 s=87
|     6: 0x401060 M=1 alloc_important alloc.c:20:0 s=17
|     7: 0x401080 M=1 sys.read sys.c:5:0 s=2
|     8: 0x4010e0 M=1 alloc_small alloc.c:30:0 s=28
|             wrapper frames.c:31:0 s=29
|     9: 0x4010c0 M=1 reallocate alloc.c:70:0 s=67
|Mappings
|1: 0x400000/0x800000/0x0 /usr/bin/tiny c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]

# The rows of -top: values in the unit shown, cut off.
$ f=$(mktemp) && pprowl -topproto frames.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|cum/ms flat/ms
|         70         70: 1 
|         60         60: 2 
|        270         50: 3 
|        220         50: 4 
|         40         40: 5 
|         10         10: 6 
|         40          0: 7 
|Locations
|     1: 0x0 M=1 reallocate :0:0 s=0()
|     2: 0x0 M=1 wrapper :0:0 s=0()
|     3: 0x0 M=1 main :0:0 s=0()
|     4: 0x0 M=1 work :0:0 s=0()
|     5: 0x0 M=1 below :0:0 s=0()
|     6: 0x0 M=1 alloc_page :0:0 s=0()
|     7: 0x0 M=1 alloc_important :0:0 s=0()
|Mappings
|1: 0x0/0x0/0x0   

# Sorted and limited as -top is.
$ f=$(mktemp) && pprowl -topproto -cum -nodecount=3 deep.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|cum/ms flat/ms
|        460          0: 1 
|        210         10: 2 
|        210          0: 3 
|Locations
|     1: 0x0 M=1 main :0:0 s=0()
|     2: 0x0 M=1 step500 :0:0 s=0()
|     3: 0x0 M=1 step501 :0:0 s=0()
|Mappings
|1: 0x0/0x0/0x0   

# By line: a function once.
$ f=$(mktemp) && pprowl -topproto -lines -sample_index=0 cpp.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|cum/count flat/count
|         59         37: 1 
|         53         34: 2 
|         47         31: 3 
|         41         28: 4 
|         35         25: 5 
|         29         22: 6 
|         23         19: 7 
|         17         16: 8 
|         14         13: 9 
|         13         13: 10 
|         50         13: 11 
|         13         12: 12 
|         12         11: 13 
|         44         10: 14 
|         11         10: 15 
|         10          9: 16 
|          9          8: 17 
|         38          7: 18 
|          8          7: 19 
|          7          6: 20 
|          6          5: 21 
|          5          4: 22 
|         32          4: 23 
|          4          3: 24 
|          3          2: 25 
|          2          1: 26 
|         39          1: 27 
|         10          0: 28 
|         14          0: 29 
|          7          0: 30 
|         11          0: 31 
|         14          0: 32 
|        351          0: 33 
|          5          0: 34 
|         13          0: 35 
|          4          0: 36 
|        351          0: 37 
|          8          0: 38 
|         12          0: 39 
|         10          0: 40 
|          6          0: 41 
|        351          0: 42 
|          9          0: 43 
|          5          0: 44 
|          2          0: 45 
|         11          0: 46 
|         12          0: 47 
|          3          0: 48 
|          8          0: 49 
|          4          0: 50 
|          2          0: 51 
|          6          0: 52 
|          9          0: 53 
|         13          0: 54 
|          7          0: 55 
|          3          0: 56 
|Locations
|     1: 0x0 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124:0 s=0()
|     2: 0x0 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:114:0 s=0()
|     3: 0x0 M=1 malloc :104:0 s=0()
|     4: 0x0 M=1 operator new(unsigned long) libsupc++/new_op.cc:94:0 s=0()
|     5: 0x0 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:84:0 s=0()
|     6: 0x0 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:74:0 s=0()
|     7: 0x0 M=1 app::main()::$_0::operator()() const app/main.cc:64:0 s=0()
|     8: 0x0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:54:0 s=0()
|     9: 0x0 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:240:0 s=0()
|    10: 0x0 M=1  :0:0 s=0
|    11: 0x0 M=1 net::Socket::~Socket() net/socket.cc:44:0 s=0()
|    12: 0x0 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:220:0 s=0()
|    13: 0x0 M=1 malloc :200:0 s=0()
|    14: 0x0 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:34:0 s=0()
|    15: 0x0 M=1 operator new(unsigned long) libsupc++/new_op.cc:180:0 s=0()
|    16: 0x0 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:160:0 s=0()
|    17: 0x0 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:140:0 s=0()
|    18: 0x0 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:24:0 s=0()
|    19: 0x0 M=1 app::main()::$_0::operator()() const app/main.cc:120:0 s=0()
|    20: 0x0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:100:0 s=0()
|    21: 0x0 M=1 net::Socket::~Socket() net/socket.cc:80:0 s=0()
|    22: 0x0 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:60:0 s=0()
|    23: 0x0 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:14:0 s=0()
|    24: 0x0 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:40:0 s=0()
|    25: 0x0 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:20:0 s=0()
|    26: 0x0 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:0:0 s=0()
|    27: 0x0 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:4:0 s=0()
|    28: 0x0 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:162:0 s=0()
|    29: 0x0 M=1 (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:241:0 s=0()
|    30: 0x0 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:102:0 s=0()
|    31: 0x0 M=1 <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:181:0 s=0()
|    32: 0x0 M=1 app::main()::$_0::operator()() const app/main.cc:242:0 s=0()
|    33: 0x0 M=1 app::main()::$_0::operator()() const app/main.cc:501:0 s=0()
|    34: 0x0 M=1 app::main()::$_0::operator()() const app/main.cc:61:0 s=0()
|    35: 0x0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:222:0 s=0()
|    36: 0x0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:41:0 s=0()
|    37: 0x0 M=1 app::main()::{lambda()#1}::operator()() const app/main.cc:500:0 s=0()
|    38: 0x0 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:122:0 s=0()
|    39: 0x0 M=1 base::tasks::ThreadPool::Run() base/thread_pool.cc:201:0 s=0()
|    40: 0x0 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:161:0 s=0()
|    41: 0x0 M=1 core::fmt::Formatter::pad core/src/fmt/mod.rs:82:0 s=0()
|    42: 0x0 M=1 main app/main.cc:502:0 s=0()
|    43: 0x0 M=1 malloc :141:0 s=0()
|    44: 0x0 M=1 malloc :62:0 s=0()
|    45: 0x0 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:1:0 s=0()
|    46: 0x0 M=1 net::Socket::operator<<(net::Socket const&) net/socket.cc:182:0 s=0()
|    47: 0x0 M=1 net::Socket::~Socket() net/socket.cc:202:0 s=0()
|    48: 0x0 M=1 net::Socket::~Socket() net/socket.cc:21:0 s=0()
|    49: 0x0 M=1 operator new(unsigned long) libsupc++/new_op.cc:121:0 s=0()
|    50: 0x0 M=1 operator new(unsigned long) libsupc++/new_op.cc:42:0 s=0()
|    51: 0x0 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:2:0 s=0()
|    52: 0x0 M=1 std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:81:0 s=0()
|    53: 0x0 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:142:0 s=0()
|    54: 0x0 M=1 std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:221:0 s=0()
|    55: 0x0 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:101:0 s=0()
|    56: 0x0 M=1 void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:22:0 s=0()
|Mappings
|1: 0x0/0x0/0x0   

# By address, without symbols.
$ f=$(mktemp) && pprowl -symbolize=none -topproto -addresses nosym.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Samples:
|cum/s flat/s
|          2          1: 1 
|          4          0: 2 
|          0          0: 3 
|          1          0: 4 
|          0          0: 5 
|          0          0: 6 
|          0          0: 7 
|          0          0: 8 
|          0          0: 9 
|          0          0: 10 
|          0          0: 11 
|Locations
|     1: 0x400369 M=1  :0:0 s=0
|     2: 0x400123 M=1  :0:0 s=0
|     3: 0x40048c M=1  :0:0 s=0
|     4: 0x400246 M=1  :0:0 s=0
|     5: 0x7f2000000246 M=1  :0:0 s=0
|     6: 0x7f0000000369 M=1  :0:0 s=0
|     7: 0x7f1000000246 M=1  :0:0 s=0
|     8: 0x7ffd00000123 M=1  :0:0 s=0
|     9: 0x7ffd0000048c M=1  :0:0 s=0
|    10: 0xffffffff80000369 M=1  :0:0 s=0
|    11: 0xdeadbeef M=1  :0:0 s=0
|Mappings
|1: 0x0/0x0/0x0   

# In a unit that is asked for.
$ f=$(mktemp) && pprowl -topproto -unit=ms -nodecount=4 cpu.pb.gz >$f && pprowl -raw $f; rm $f
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2026-11-20 17:44:04.273442912 +0000 UTC
|Duration: 2.41
|Samples:
|cum/ms flat/ms
|        600        600: 1 
|        140        140: 2 
|        140        120: 3 
|        310        120: 4 
|Locations
|     1: 0x0 M=1 main.fib :0:0 s=0()
|     2: 0x0 M=1 strings.(*Reader).ReadByte :0:0 s=0()
|     3: 0x0 M=1 cmp.Compare[go.shape.int] :0:0 s=0()
|     4: 0x0 M=1 slices.partitionCmpFunc[go.shape.struct { main.key go.shape.int; main.value go.shape.string }] :0:0 s=0()
|Mappings
|1: 0x0/0x0/0x0   
