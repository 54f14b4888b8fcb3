# Labels of every kind.
$ pprowl -raw labels.pb.gz
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

# Addresses without names.
$ pprowl -symbolize=none -raw nosym.pb.gz
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Samples:
|samples/count cpu/nanoseconds
|          1   10000000: 1 1 1 1 
|          2   20000000: 2 2 1 
|          3   30000000: 3 1 
|          4   40000000: 22 4 1 1 
|          5   50000000: 1 2 1 
|          6   60000000: 3 1 
|          7   70000000: 19 3 1 1 
|          8   80000000: 4 2 1 
|          9   90000000: 3 1 
|         10  100000000: 16 2 1 1 
|         11  110000000: 3 2 1 
|         12  120000000: 3 1 
|         13  130000000: 13 1 1 1 
|         14  140000000: 2 2 1 
|         15  150000000: 3 1 
|         16  160000000: 10 4 1 1 
|         17  170000000: 1 2 1 
|         18  180000000: 3 1 
|         19  190000000: 7 3 1 1 
|         20  200000000: 4 2 1 
|         21  210000000: 3 1 
|         22  220000000: 4 2 1 1 
|         23  230000000: 3 2 1 
|         24  240000000: 3 1 
|         25  250000000: 1 1 1 1 
|         26  260000000: 2 2 1 
|         27  270000000: 3 1 
|         28  280000000: 22 4 1 1 
|         29  290000000: 1 2 1 
|         30  300000000: 3 1 
|          3   30000000: 25 1 
|          2   20000000: 26 1 
|Locations
|     1: 0x400123 M=1 
|     2: 0x400246 M=1 
|     3: 0x400369 M=1 
|     4: 0x40048c M=1 
|     5: 0x7f0000000123 M=2 
|     6: 0x7f0000000246 M=2 
|     7: 0x7f0000000369 M=2 
|     8: 0x7f000000048c M=2 
|     9: 0x7f1000000123 M=3 
|    10: 0x7f1000000246 M=3 
|    11: 0x7f1000000369 M=3 
|    12: 0x7f100000048c M=3 
|    13: 0x7ffd00000123 M=4 
|    14: 0x7ffd00000246 M=4 
|    15: 0x7ffd00000369 M=4 
|    16: 0x7ffd0000048c M=4 
|    17: 0xffffffff80000123 M=5 
|    18: 0xffffffff80000246 M=5 
|    19: 0xffffffff80000369 M=5 
|    20: 0xffffffff8000048c M=5 
|    21: 0x7f2000000123 M=6 
|    22: 0x7f2000000246 M=6 
|    23: 0x7f2000000369 M=6 
|    24: 0x7f200000048c M=6 
|    25: 0xdeadbeef 
|    26: 0x0 
|Mappings
|1: 0x400000/0x520000/0x1000 /opt/app/bin/server 0123456789abcdef0123456789abcdef01234567 
|2: 0x7f0000000000/0x7f00001c0000/0x0 /lib/x86_64-linux-gnu/libc.so.6  
|3: 0x7f1000000000/0x7f1000010000/0x0 /opt/app/lib/plugin.so (deleted)  
|4: 0x7ffd00000000/0x7ffd00002000/0x0 [vdso]  
|5: 0xffffffff80000000/0xffffffffffffffff/0x0 [kernel.kallsyms]_stext  
|6: 0x7f2000000000/0x7f2000001000/0x0 //anon  

# No samples.
$ pprowl -raw empty.pb.gz
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu/nanoseconds
|Locations
|Mappings
|1: 0x400000/0x800000/0x0 /usr/bin/idle c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]

# Ids near 2^64.
$ pprowl -raw sparse.pb.gz
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

# Two profiles, merged.
$ pprowl -raw tiny.pb.gz tiny.pb.gz
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 10s
|Samples:
|samples/count cpu/nanoseconds
|          2   20000000: 1 
|Locations
|     1: 0x401000 M=1 main tiny.c:5:0 s=2
|Mappings
|1: 0x400000/0x800000/0x0 /usr/bin/tiny c0ffee0000000000000000000000000000000001 [FN][FL][LN][IN]
