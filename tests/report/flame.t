# As wide as it is without a terminal.
$ pprowl -flame cpu.pb.gz
~it has no such report
|File: busy
|Build ID: b5c23d6c22bdc6762da6c7b278dbf7f6c6df4237
|Type: cpu
|Time: 2026-11-20 17:44:04 UTC
|Duration: 2.42s, Total samples = 2.78s (114.99%)
|│ all 2.78s 100% of total
|│ runtime.main 84.89%                                               │bgsw│gcB│m▒
|│ main.main 84.89%                                                  │f│f▒│sy│││┊
|│ main.labelled 84.89%                                              │││u┊│fu│││┊
|│ runtime/pprof.Do 84.89%                                           │┊│u┊│g│▒▒│┊
|│ main.labelled.func1 84.89%                                        │┊│u┊│g│┊ │┊
|│ main.main.func3 │ main.sorting    │ main.main.func1│ main.func2   │┊│┊ ││▒┊ │┊
|│ main.evaluate   │ sortPairs │sor▒┊│ main.fib 21.58%│ main.grow │su┊ │┊ ▒│┊  │┊
|│ Eval    │Sprint││ SortFunc  │Sor┊ │ main.fib 21.58%│ main.grow │su┊     │┊  │┊
|│ sum    ││doP│s▒┊│ pdqsortCmp│pdq┊ │ main.fib 21.58%│ main.grow │su┊     │┊
|│ chain  ▒│pr│││┊ │ pdqsortC│p│p│p┊ │ main.fib 21.58%│ main.grow │su┊     │┊
|│ product┊│f┊││┊  │pdqsort│p│┊│▒│s┊ │ main.fib 21.58%│ main.grow │su┊
|│ chain  ┊│f┊ ▒┊  │pdqso│││┊│┊  │C┊ │ main.fib 21.58%│ main.grow │su┊
|│ atom   ┊│┊      │pdq│▒│││┊│┊  ▒┊  │ main.fib 21.58%│ main.grow │su┊
|│sum    │┊        │p││▒┊││┊         │ main.fib 21.58%│ main.grow │su┊
|│chain  │┊        │▒▒┊   │┊         │ main.fib 21.58%│ main.grow │su┊
|│product│┊                          │ main.fib 21.58%│ main.grow││su┊
|│chain  ┊                           │ main.fib 21.58%│ main.grow││su┊
|│atom ││┊                           │ main.fib 21.58%│ main.grow││su┊
|│sum ▒▒┊                            │ main.fib 21.58%│ main.grow││s│┊
|│chai┊                              │ main.fib 21.58%│ grow    │││││┊
|│pro│┊                              │ main.fib 21.22%│ grow   │││││┊
|│cha▒┊                              │ main.fib      ┊│grow  │n│││▒┊
|│at│┊                               │ main.fib     ┊ │gro│ne│m│┊│┊
|│s▒▒┊                               │ main.fib    ┊  │ne▒│ma│m│┊│┊
|│c┊                                 │ main.fib ┊     │ma┊│ma▒┊│┊
|││┊                                 │fib   ┊         │ma┊││▒┊
|││┊                                 │fib┊            │▒┊ │┊
|▒│┊                                 │f┊                  │┊
| ▒┊                                 │┊                   ▒┊
|│ starts a frame, ┊ ends the last one, ▒N are N narrow ones

# Narrow.
$ pprowl -flame -width=20 -compact_labels frames.pb.gz
~it has no such report
|│ all 280ms
|│ main 96.43%      │
|│ work 78.57%  ┊
|│real│wra│al┊
|         │be┊
|│ starts a frame, ┊ ends the last one, ▒N are N narrow ones

# Wide, filtered.
$ pprowl -flame -width=120 -compact_labels -focus=fib -hide='^runtime' cpu.pb.gz
~it has no such report
|Active filters:
|   focus=fib
|   hide=^runtime
|│ all 600ms 21.58% of total
|│ main.main 21.58%
|│ main.labelled 21.58%
|│ main.labelled.func1 21.58%
|│ main.main.func1 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.58%
|│ main.fib 21.22%                                                                                                     ┊
|│ main.fib 20.50%                                                                                                 ┊
|│ main.fib 19.42%                                                                                           ┊
|│ main.fib 17.99%                                                                                   ┊
|│ main.fib 14.03%                                                             ┊
|│ main.fib 9.35%                                    ┊
|│ main.fib 5.76%                ┊
|│ main.fib  ┊
|│f┊
|│ starts a frame, ┊ ends the last one, ▒N are N narrow ones

# By file.
$ pprowl -flame -width=60 -compact_labels -files cpp.pb.gz
~it has no such report
|│ all 3.51s 100% of total
|│ app/main.cc 100%
|│ app/main.cc 100%
|│ app/main.cc 100%
|│cc     │cc     │cc    │cc    │h    │rs  │rs │[se│cc│c│cc│h│
|│rs   │c│h   ││▒│rs  │r│[ser│r│cc  ││h  ││cc││cc││c││││h│││▒
|      │[│┊   ▒┊      │c┊    │h┊    │┊   │┊  │┊  ││r┊ ││r┊ │┊
|        │┊
|        │┊
|│ starts a frame, ┊ ends the last one, ▒N are N narrow ones

# What changed since a base.
$ pprowl -flame -width=70 -base=demo/before.pb.gz demo/after.pb.gz
~it has no such report
|File: demo
|Build ID: 4864f58bfb39780d08a909d97d8917342f860998
|Type: inuse_space
|Time: 2026-11-20 17:44:00 UTC
|│ all +285.20MB 98.38% of total
|│ +287.37MB demo/load.Run.func1                                      ▒
|│ +287.29MB net/http.HandlerFunc.ServeHTTP                          +┊
|│ +287.29MB demo/server.New.(*Server).withSession.func5             ▒┊
|│ +287.05MB net/http.(*ServeMux).ServeHTTP                         ▒┊
|│ +287.05MB net/http.HandlerFunc.ServeHTTP                         ┊
|│ +277.81MB demo/server.New.(*Server).timed.func2                │▒┊
|│ +273.83MB demo/server.(*Server).thumb                         +┊
|│ +273.13MB demo/cache.(*Store).Put                             +┊
|│ starts a frame, ┊ ends the last one, ▒N are N narrow ones

# ... in shares of its total.
$ pprowl -flame -width=70 -compact_labels -diff_base=demo/before.pb.gz demo/after.pb.gz | head -n 2
~it has no such report
|│ all +285.20MB 523.44% of total
|│ +287.37MB demo/load.Run.func1                                      ▒

# A saved difference.
$ pprowl -flame -width=60 -compact_labels negative.pb.gz
~it has no such report
|│ all 260MB 166.66% of total
|│ main.main 166.66%
|│ main.serve 160.89%                                     ││▒
|│ store.Put 224.36%                         │ drop     ││┊
|│ starts a frame, ┊ ends the last one, ▒N are N narrow ones

# Colours are sequences, and the text is the same.
$ pprowl -flame -width=40 -color=always -compact_labels -escape=always frames.pb.gz | tr '\033' '^'
~it has no such report
|^[0;38;5;16;48;5;251m│ all 280ms 100% of total               ^[0m
|^[0;38;5;16;48;5;116m│ main 96.43%                          │^[0m
|^[0;38;5;16;48;5;116m│ work 78.57%                   ^[0m┊
|^[0;38;5;16;48;5;116m│ realloca│ wrapper│alloc^[0m┊
|                   ^[0;38;5;16;48;5;116m│below^[0m┊
|│ starts a frame, ┊ ends the last one, ▒N are N narrow ones

# Without UTF-8.
$ LC_ALL=C pprowl -flame -width=40 -compact_labels frames.pb.gz
~it has no such report
|| all 280ms 100% of total
|| main 96.43%                          |
|| work 78.57%                   ;
|| realloca| wrapper|alloc;
|                   |below;
|| starts a frame, ; ends the last one, :N are N narrow ones

# Names are escaped, whatever -escape says.
$ pprowl -flame -width=200 -compact_labels -escape=never hostile.pb.gz 2>/dev/null | LC_ALL=C tr -d '\n -~\200-\377' | wc -c
~it has no such report
|0

# Deeper than is drawn.
$ pprowl -flame -width=20 -compact_labels deep.pb.gz | tail -n 1
~it has no such report
|│ starts a frame, ┊ ends the last one, ▒N are N narrow ones, deeper than 1000 is cut off

# Nothing to draw.
$ pprowl -flame empty.pb.gz
~it has no such report
|File: idle
|Build ID: c0ffee0000000000000000000000000000000001
|Type: cpu
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 0 

# Means do not add up.
$ pprowl -flame -mean mutex.pb.gz
~it has no such report
!pprowl: -flame: means do not add up; leave out -mean
?2

# Too narrow.
$ pprowl -flame -width=19 tiny.pb.gz
~it has no such report
!pprowl: -width must be from 20 to 2000
?2

# Too wide.
$ pprowl -flame -width=2001 tiny.pb.gz
~it has no such report
!pprowl: -width must be from 20 to 2000
?2
