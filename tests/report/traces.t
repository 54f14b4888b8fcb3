# Labels of every kind.
$ pprowl -traces labels.pb.gz
|File: labels
|Build ID: c0ffee0000000000000000000000000000000001
|made by fixtures/make
|Type: cpu
|Doc: https://example.com/profiles
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 1.57s (31.40%)
|-----------+-------------------------------------------------------
|    method:  GET
|    tenant:  blue green 0
|   latency:  250us -3us
|   request:  64B
|      10ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  500us
|   request:  128B
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  750us
|   request:  256B
|      30ms   handle
|             main
|-----------+-------------------------------------------------------
|   latency:  1ms
|   request:  512B
|      40ms   work3
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  1.25ms
|   request:  1kB
|      50ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|    tenant:  blue green 5
|   latency:  1.50ms
|   request:  2kB
|      60ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  1.75ms
|   request:  4kB
|      70ms   work1
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  2ms
|   request:  8kB
|      10ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  2.25ms 5us
|   request:  16kB
|   retries:  1
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  2.50ms
|   request:  64B
|      30ms   work4
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|    tenant:  blue green 10
|   latency:  2.75ms
|   request:  128B
|      40ms   handle
|             main
|-----------+-------------------------------------------------------
|   latency:  3ms
|   request:  256B
|      50ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  3.25ms
|   request:  512B
|      60ms   work2
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  3.50ms
|   request:  1kB
|      70ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  3.75ms
|   request:  2kB
|      10ms   handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 15
|   latency:  4ms
|   request:  4kB
|      20ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  4.25ms 13us
|   request:  8kB
|   retries:  2
|      30ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  4.50ms
|   request:  16kB
|      40ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  4.75ms
|   request:  64B
|      50ms   work3
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  5ms
|   request:  128B
|      60ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|    tenant:  blue green 20
|   latency:  5.25ms
|   request:  256B
|      70ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  5.50ms
|   request:  512B
|      10ms   work1
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  5.75ms
|   request:  1kB
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
|   latency:  6ms
|   request:  2kB
|      30ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  6.25ms 21us
|   request:  4kB
|   retries:  3
|      40ms   work4
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|    tenant:  blue green 25
|   latency:  6.50ms
|   request:  8kB
|      50ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  6.75ms
|   request:  16kB
|      60ms   handle
|             main
|-----------+-------------------------------------------------------
|   latency:  7ms
|   request:  64B
|      70ms   work2
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  7.25ms
|   request:  128B
|      10ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  7.50ms
|   request:  256B
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|    tenant:  blue green 30
|   latency:  7.75ms
|   request:  512B
|      30ms   work0
|             handle
|             main
|-----------+-------------------------------------------------------
|   latency:  8ms
|   request:  1kB
|      40ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  8.25ms 29us
|   request:  2kB
|   retries:  4
|      50ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  8.50ms
|   request:  4kB
|      60ms   work3
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  8.75ms
|   request:  8kB
|      70ms   handle
|             main
|-----------+-------------------------------------------------------
|    tenant:  blue green 35
|   latency:  9ms
|   request:  16kB
|      10ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  GET
|   latency:  9.25ms
|   request:  64B
|      20ms   work1
|             handle
|             main
|-----------+-------------------------------------------------------
|    method:  POST
|   latency:  9.50ms
|   request:  128B
|      30ms   handle
|             main
|-----------+-------------------------------------------------------
|    method:  DELETE
|   latency:  9.75ms
|   request:  256B
|      40ms   handle
|             main
|-----------+-------------------------------------------------------
|   latency:  10ms
|   request:  512B
|      50ms   work4
|             handle
|             main
|-----------+-------------------------------------------------------
|      20ms   handle
|             main
|-----------+-------------------------------------------------------
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Addresses without names.
$ pprowl -symbolize=none -traces nosym.pb.gz
|File: server
|Build ID: 0123456789abcdef0123456789abcdef01234567
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|-----------+-------------------------------------------------------
|      10ms   [server]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|      20ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|      30ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|      40ms   [anon]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|      50ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|      60ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|      70ms   [[kernel.kallsyms]_stext]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|      80ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|      90ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|     100ms   [[vdso]]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     110ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     120ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|     130ms   [[vdso]]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     140ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     150ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|     160ms   [plugin.so (deleted)]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     170ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     180ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|     190ms   [libc.so.6]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     200ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     210ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|     220ms   [server]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     230ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     240ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|     250ms   [server]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     260ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     270ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|     280ms   [anon]
|             [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     290ms   [server]
|             [server]
|             [server]
|-----------+-------------------------------------------------------
|     300ms   [server]
|             [server]
|-----------+-------------------------------------------------------
|      30ms   <unknown>
|             [server]
|-----------+-------------------------------------------------------
|      20ms   <unknown>
|             [server]
|-----------+-------------------------------------------------------

# Inlined calls, and several lines at a place.
$ pprowl -traces -lines cpp.pb.gz
|File: server
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 3.51s (70.20%)
|-----------+-------------------------------------------------------
|      10ms   base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:54
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 0
|      10ms   base::tasks::ThreadPool::Run() base/thread_pool.cc (inline)
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:1 (inline)
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:2
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             base::tasks::ThreadPool::Run() base/thread_pool.cc (inline)
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:1 (inline)
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:2
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      40ms   std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:14
|             app::main()::$_0::operator()() const app/main.cc:64
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 1
|      20ms   std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:20 (inline)
|             net::Socket::~Socket() net/socket.cc:21 (inline)
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:22
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:20 (inline)
|             net::Socket::~Socket() net/socket.cc:21 (inline)
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:22
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      70ms   (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:24
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:74
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 2
|      30ms   (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:40 (inline)
|             app::main()::{lambda()#1}::operator()() const app/main.cc:41 (inline)
|             operator new(unsigned long) libsupc++/new_op.cc:42
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:40 (inline)
|             app::main()::{lambda()#1}::operator()() const app/main.cc:41 (inline)
|             operator new(unsigned long) libsupc++/new_op.cc:42
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     100ms   net::Socket::operator<<(net::Socket const&) net/socket.cc:34
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:84
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 3
|      40ms   net::Socket::operator<<(net::Socket const&) net/socket.cc:60 (inline)
|             app::main()::$_0::operator()() const app/main.cc:61 (inline)
|             malloc :62
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:60 (inline)
|             app::main()::$_0::operator()() const app/main.cc:61 (inline)
|             malloc :62
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     130ms   net::Socket::~Socket() net/socket.cc:44
|             operator new(unsigned long) libsupc++/new_op.cc:94
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 0
|      50ms   net::Socket::~Socket() net/socket.cc:80 (inline)
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:81 (inline)
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:82
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             net::Socket::~Socket() net/socket.cc:80 (inline)
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:81 (inline)
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:82
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     160ms   app::main()::{lambda()#1}::operator()() const app/main.cc:54
|             malloc :104
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 1
|      60ms   app::main()::{lambda()#1}::operator()() const app/main.cc:100 (inline)
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:101 (inline)
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:102
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             app::main()::{lambda()#1}::operator()() const app/main.cc:100 (inline)
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:101 (inline)
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:102
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     190ms   app::main()::$_0::operator()() const app/main.cc:64
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:114
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 2
|      70ms   app::main()::$_0::operator()() const app/main.cc:120 (inline)
|             operator new(unsigned long) libsupc++/new_op.cc:121 (inline)
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:122
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             app::main()::$_0::operator()() const app/main.cc:120 (inline)
|             operator new(unsigned long) libsupc++/new_op.cc:121 (inline)
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:122
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     220ms   std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:74
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 3
|      80ms   std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:140 (inline)
|             malloc :141 (inline)
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:142
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) /usr/include/c++/12/bits/stl_map.h:140 (inline)
|             malloc :141 (inline)
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:142
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     250ms   void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:84
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 0
|      90ms   void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:160 (inline)
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:161 (inline)
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:162
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) db/table.h:160 (inline)
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:161 (inline)
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:162
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     280ms   operator new(unsigned long) libsupc++/new_op.cc:94
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:14
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 1
|     100ms   operator new(unsigned long) libsupc++/new_op.cc:180 (inline)
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:181 (inline)
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:182
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             operator new(unsigned long) libsupc++/new_op.cc:180 (inline)
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:181 (inline)
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:182
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     310ms   malloc :104
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:24
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 2
|     110ms   malloc :200 (inline)
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:201 (inline)
|             net::Socket::~Socket() net/socket.cc:202
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             malloc :200 (inline)
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:201 (inline)
|             net::Socket::~Socket() net/socket.cc:202
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     340ms   core::fmt::Formatter::pad core/src/fmt/mod.rs:114
|             net::Socket::operator<<(net::Socket const&) net/socket.cc:34
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 3
|     120ms   core::fmt::Formatter::pad core/src/fmt/mod.rs:220 (inline)
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:221 (inline)
|             app::main()::{lambda()#1}::operator()() const app/main.cc:222
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             core::fmt::Formatter::pad core/src/fmt/mod.rs:220 (inline)
|             std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:221 (inline)
|             app::main()::{lambda()#1}::operator()() const app/main.cc:222
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|     370ms   <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:124
|             net::Socket::~Socket() net/socket.cc:44
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|    thread:  worker 0
|     130ms   <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:240 (inline)
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:241 (inline)
|             app::main()::$_0::operator()() const app/main.cc:242
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------
|      10ms   [libstdc++.so.6]
|             <mycrate::Thing as mycrate::Trait<i32>>::foo src/lib.rs:240 (inline)
|             (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) src/parse.cc:241 (inline)
|             app::main()::$_0::operator()() const app/main.cc:242
|             base::tasks::ThreadPool::Run() base/thread_pool.cc:4
|             app::main()::{lambda()#1}::operator()() const app/main.cc:500 (inline)
|             app::main()::$_0::operator()() const app/main.cc:501 (inline)
|             main app/main.cc:502
|-----------+-------------------------------------------------------

# A filter.
$ pprowl -traces -focus=thumb -sample_index=inuse_objects demo/before.pb.gz | head -n 30
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_objects
|Time: 2026-11-20 17:44:00 UTC
|-----------+-------------------------------------------------------
|     bytes:  56kB
|         1   demo/cache.(*Store).Put
|             demo/server.(*Server).thumb
|             demo/server.New.(*Server).timed.func2
|             net/http.HandlerFunc.ServeHTTP
|             net/http.(*ServeMux).ServeHTTP
|             demo/server.New.(*Server).withSession.func5
|             net/http.HandlerFunc.ServeHTTP
|             demo/load.Run.func1
|-----------+-------------------------------------------------------
|     bytes:  40kB
|         0   demo/cache.(*Store).Put
|             demo/server.(*Server).thumb
|             demo/server.New.(*Server).timed.func2
|             net/http.HandlerFunc.ServeHTTP
|             net/http.(*ServeMux).ServeHTTP
|             demo/server.New.(*Server).withSession.func5
|             net/http.HandlerFunc.ServeHTTP
|             demo/load.Run.func1
|-----------+-------------------------------------------------------
|     bytes:  24kB
|         0   demo/cache.(*Store).Put
|             demo/server.(*Server).thumb
|             demo/server.New.(*Server).timed.func2
|             net/http.HandlerFunc.ServeHTTP

# No samples.
$ pprowl -traces empty.pb.gz
|File: idle
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 0 
|-----------+-------------------------------------------------------
