# Into a pipe, names go as they are.
$ pprowl -symbolize=none -traces hostile.pb.gz | cksum
|3907838115 28612
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# Escaped when asked for, in each report; the rest of long lines is left out.
$ pprowl -symbolize=none -top -escape=always -nodecount=0 -nodefraction=0 hostile.pb.gz | sed 's/\(.\{160\}\).*/\1/'
~it prints control characters as they are
|File: \x1b]0;mapping\x07
|Build ID: ../../\x1b[7m
|comment\x1b]0;x\x07
|bidi\u{202e}
|nul\0nul
|Type: cpu\x1b[31m
|Doc: javascript:alert('\x1b')
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 8210000000nano\x1b[2Jseconds 
|Showing nodes accounting for 8210000000nano\x1b[2Jseconds, 100% of 8210000000nano\x1b[2Jseconds total
|      flat  flat%   sum%        cum   cum%
|400000000nano\x1b[2Jseconds  4.87%  4.87% 400000000nano\x1b[2Jseconds  4.87%  漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢
|390000000nano\x1b[2Jseconds  4.75%  9.62% 390000000nano\x1b[2Jseconds  4.75%  very/long/path/very/long/path/very/long/path/very/long/path/very/long/path/very/lo
|380000000nano\x1b[2Jseconds  4.63% 14.25% 380000000nano\x1b[2Jseconds  4.63%  main.Map[go.shape.struct { Key string; Value map[string]interface {} },go.shape.st
|370000000nano\x1b[2Jseconds  4.51% 18.76% 370000000nano\x1b[2Jseconds  4.51%  (.*+?[regexp
|360000000nano\x1b[2Jseconds  4.38% 23.14% 360000000nano\x1b[2Jseconds  4.38%  pprowl: error: not an error
|350000000nano\x1b[2Jseconds  4.26% 27.41% 350000000nano\x1b[2Jseconds  4.26%      leading and trailing    
|340000000nano\x1b[2Jseconds  4.14% 31.55% 340000000nano\x1b[2Jseconds  4.14%  %s%n%d%%
|330000000nano\x1b[2Jseconds  4.02% 35.57% 330000000nano\x1b[2Jseconds  4.02%  quote"back\slash'</script>]]>&#x41;
|320000000nano\x1b[2Jseconds  3.90% 39.46% 320000000nano\x1b[2Jseconds  3.90%  @SUM(1)
|310000000nano\x1b[2Jseconds  3.78% 43.24% 310000000nano\x1b[2Jseconds  3.78%  -2+3
|300000000nano\x1b[2Jseconds  3.65% 46.89% 300000000nano\x1b[2Jseconds  3.65%  =cmd|' /C calc'!A0
|290000000nano\x1b[2Jseconds  3.53% 50.43% 290000000nano\x1b[2Jseconds  3.53%  mаin.lооkalike
|280000000nano\x1b[2Jseconds  3.41% 53.84% 280000000nano\x1b[2Jseconds  3.41%  truncated\xe6\xbc
|270000000nano\x1b[2Jseconds  3.29% 57.13% 270000000nano\x1b[2Jseconds  3.29%  invalid\xff\xfe\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80
|260000000nano\x1b[2Jseconds  3.17% 60.29% 260000000nano\x1b[2Jseconds  3.17%  private\u{e000}\u{ffff}\u{10ffff}
|250000000nano\x1b[2Jseconds  3.05% 63.34% 250000000nano\x1b[2Jseconds  3.05%  separators\u{2028}\u{2029}
|240000000nano\x1b[2Jseconds  2.92% 66.26% 240000000nano\x1b[2Jseconds  2.92%  jamo한
|230000000nano\x1b[2Jseconds  2.80% 69.06% 230000000nano\x1b[2Jseconds  2.80%  emoji👩\u{200d}👩\u{200d}👧\u{200d}👦\u{1f1e9}\u{1f1ea}❤\u{fe0f}
|220000000nano\x1b[2Jseconds  2.68% 71.74% 220000000nano\x1b[2Jseconds  2.68%  wide漢字かな한글テスト
|210000000nano\x1b[2Jseconds  2.56% 74.30% 210000000nano\x1b[2Jseconds  2.56%  zalgó̖̖́\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{
|200000000nano\x1b[2Jseconds  2.44% 76.74% 200000000nano\x1b[2Jseconds  2.44%  ◌́leading combining
|190000000nano\x1b[2Jseconds  2.31% 79.05% 190000000nano\x1b[2Jseconds  2.31%  tag\u{e0041}\u{e007f}
|180000000nano\x1b[2Jseconds  2.19% 81.24% 180000000nano\x1b[2Jseconds  2.19%  zerowidth
|170000000nano\x1b[2Jseconds  2.07% 83.31% 170000000nano\x1b[2Jseconds  2.07%  zero\u{200b}width\u{feff}\u{ad}\u{2060}
|160000000nano\x1b[2Jseconds  1.95% 85.26% 160000000nano\x1b[2Jseconds  1.95%  bidi\u{202e}gnp.exe\u{202c}\u{2066}iso\u{2069}\u{200f}\u{61c}
|150000000nano\x1b[2Jseconds  1.83% 87.09% 150000000nano\x1b[2Jseconds  1.83%  bell\x07del\x7fshift\x0e\x0f
|140000000nano\x1b[2Jseconds  1.71% 88.79% 140000000nano\x1b[2Jseconds  1.71%  nul\0after
|130000000nano\x1b[2Jseconds  1.58% 90.38% 130000000nano\x1b[2Jseconds  1.58%  tab\tback\x08\x08\x08vert\x0bform\x0c
|120000000nano\x1b[2Jseconds  1.46% 91.84% 120000000nano\x1b[2Jseconds  1.46%  line\nfeed\r\nreturn
|110000000nano\x1b[2Jseconds  1.34% 93.18% 110000000nano\x1b[2Jseconds  1.34%  c1utf\u{9b}31m\u{9d}0;x\u{9c}\u{85}next
|100000000nano\x1b[2Jseconds  1.22% 94.40% 100000000nano\x1b[2Jseconds  1.22%  c1raw\x9b31m\x9d0;x\x9c
|90000000nano\x1b[2Jseconds  1.10% 95.49% 90000000nano\x1b[2Jseconds  1.10%  cut\x1b[38;5;
|80000000nano\x1b[2Jseconds  0.97% 96.47% 80000000nano\x1b[2Jseconds  0.97%  clear\x1b[2J\x1b[999;999H\x1bc
|70000000nano\x1b[2Jseconds  0.85% 97.32% 70000000nano\x1b[2Jseconds  0.85%  reply\x1b[6n\x1b[c\x1bP$q"p\x1b\
|60000000nano\x1b[2Jseconds  0.73% 98.05% 60000000nano\x1b[2Jseconds  0.73%  open\x1b]8;;http://example.com/\x1b\link
|50000000nano\x1b[2Jseconds  0.61% 98.66% 50000000nano\x1b[2Jseconds  0.61%  clip\x1b]52;c;ZWNobyBwd25lZAo=\x07
|40000000nano\x1b[2Jseconds  0.49% 99.15% 40000000nano\x1b[2Jseconds  0.49%  title\x1b]0;owned\x07
|30000000nano\x1b[2Jseconds  0.37% 99.51% 30000000nano\x1b[2Jseconds  0.37%  esc\x1b[31mred\x1b[0m
|20000000nano\x1b[2Jseconds  0.24% 99.76% 20000000nano\x1b[2Jseconds  0.24%   
|10000000nano\x1b[2Jseconds  0.12% 99.88% 10000000nano\x1b[2Jseconds  0.12%  [\x1b]0;mapping\x07]
|10000000nano\x1b[2Jseconds  0.12%   100% 10000000nano\x1b[2Jseconds  0.12%  odd lines
|         0     0%   100% 8200000000nano\x1b[2Jseconds 99.88%  caller
|         0     0%   100% 10000000nano\x1b[2Jseconds  0.12%  far line
|         0     0%   100% 10000000nano\x1b[2Jseconds  0.12%  inlined  (inline)
|         0     0%   100% 20000000nano\x1b[2Jseconds  0.24%  inlined   (inline)
|         0     0%   100% 350000000nano\x1b[2Jseconds  4.26%  inlined     leading and trailing     (inline)
|         0     0%   100% 340000000nano\x1b[2Jseconds  4.14%  inlined %s%n%d%% (inline)
|         0     0%   100% 370000000nano\x1b[2Jseconds  4.51%  inlined (.*+?[regexp (inline)
|         0     0%   100% 310000000nano\x1b[2Jseconds  3.78%  inlined -2+3 (inline)
|         0     0%   100% 300000000nano\x1b[2Jseconds  3.65%  inlined =cmd|' /C calc'!A0 (inline)
|         0     0%   100% 320000000nano\x1b[2Jseconds  3.90%  inlined @SUM(1) (inline)
|         0     0%   100% 150000000nano\x1b[2Jseconds  1.83%  inlined bell\x07del\x7fshift\x0e\x0f (inline)
|         0     0%   100% 160000000nano\x1b[2Jseconds  1.95%  inlined bidi\u{202e}gnp.exe\u{202c}\u{2066}iso\u{2069}\u{200f}\u{61c} (inline)
|         0     0%   100% 100000000nano\x1b[2Jseconds  1.22%  inlined c1raw\x9b31m\x9d0;x\x9c (inline)
|         0     0%   100% 110000000nano\x1b[2Jseconds  1.34%  inlined c1utf\u{9b}31m\u{9d}0;x\u{9c}\u{85}next (inline)
|         0     0%   100% 80000000nano\x1b[2Jseconds  0.97%  inlined clear\x1b[2J\x1b[999;999H\x1bc (inline)
|         0     0%   100% 50000000nano\x1b[2Jseconds  0.61%  inlined clip\x1b]52;c;ZWNobyBwd25lZAo=\x07 (inline)
|         0     0%   100% 90000000nano\x1b[2Jseconds  1.10%  inlined cut\x1b[38;5; (inline)
|         0     0%   100% 230000000nano\x1b[2Jseconds  2.80%  inlined emoji👩\u{200d}👩\u{200d}👧\u{200d}👦\u{1f1e9}\u{1f1ea}❤\u{fe0f} (inline)
|         0     0%   100% 30000000nano\x1b[2Jseconds  0.37%  inlined esc\x1b[31mred\x1b[0m (inline)
|         0     0%   100% 270000000nano\x1b[2Jseconds  3.29%  inlined invalid\xff\xfe\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80 (inline)
|         0     0%   100% 240000000nano\x1b[2Jseconds  2.92%  inlined jamo한 (inline)
|         0     0%   100% 120000000nano\x1b[2Jseconds  1.46%  inlined line\nfeed\r\nreturn (inline)
|         0     0%   100% 380000000nano\x1b[2Jseconds  4.63%  inlined main.Map[go.shape.struct { Key string; Value map[string]interface {} },go.shape.struct { Ke
|         0     0%   100% 290000000nano\x1b[2Jseconds  3.53%  inlined mаin.lооkalike (inline)
|         0     0%   100% 140000000nano\x1b[2Jseconds  1.71%  inlined nul\0after (inline)
|         0     0%   100% 60000000nano\x1b[2Jseconds  0.73%  inlined open\x1b]8;;http://example.com/\x1b\link (inline)
|         0     0%   100% 360000000nano\x1b[2Jseconds  4.38%  inlined pprowl: error: not an error (inline)
|         0     0%   100% 260000000nano\x1b[2Jseconds  3.17%  inlined private\u{e000}\u{ffff}\u{10ffff} (inline)
|         0     0%   100% 330000000nano\x1b[2Jseconds  4.02%  inlined quote"back\slash'</script>]]>&#x41; (inline)
|         0     0%   100% 70000000nano\x1b[2Jseconds  0.85%  inlined reply\x1b[6n\x1b[c\x1bP$q"p\x1b\ (inline)
|         0     0%   100% 250000000nano\x1b[2Jseconds  3.05%  inlined separators\u{2028}\u{2029} (inline)
|         0     0%   100% 130000000nano\x1b[2Jseconds  1.58%  inlined tab\tback\x08\x08\x08vert\x0bform\x0c (inline)
|         0     0%   100% 190000000nano\x1b[2Jseconds  2.31%  inlined tag\u{e0041}\u{e007f} (inline)
|         0     0%   100% 40000000nano\x1b[2Jseconds  0.49%  inlined title\x1b]0;owned\x07 (inline)
|         0     0%   100% 280000000nano\x1b[2Jseconds  3.41%  inlined truncated\xe6\xbc (inline)
|         0     0%   100% 390000000nano\x1b[2Jseconds  4.75%  inlined very/long/path/very/long/path/very/long/path/very/long/path/very/long/path/very/long/path/v
|         0     0%   100% 220000000nano\x1b[2Jseconds  2.68%  inlined wide漢字かな한글テスト (inline)
|         0     0%   100% 210000000nano\x1b[2Jseconds  2.56%  inlined zalgó̖̖́\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{301}\u{31
|         0     0%   100% 180000000nano\x1b[2Jseconds  2.19%  inlined zerowidth (inline)
|         0     0%   100% 170000000nano\x1b[2Jseconds  2.07%  inlined zero\u{200b}width\u{feff}\u{ad}\u{2060} (inline)
|         0     0%   100% 200000000nano\x1b[2Jseconds  2.44%  inlined ́leading combining (inline)
|         0     0%   100% 400000000nano\x1b[2Jseconds  4.87%  inlined 漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢
|         0     0%   100% 8210000000nano\x1b[2Jseconds   100%  main
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

$ pprowl -traces -escape=always hostile.pb.gz | head -n 40 | sed 's/\(.\{160\}\).*/\1/'
~it prints control characters as they are
|File: \x1b]0;mapping\x07
|Build ID: ../../\x1b[7m
|comment\x1b]0;x\x07
|bidi\u{202e}
|nul\0nul
|Type: cpu\x1b[31m
|Doc: javascript:alert('\x1b')
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 8210000000 
|-----------+-------------------------------------------------------
|      key :  value
|  10000000   [\x1b]0;mapping\x07]
|             inlined  (inline)
|             caller
|             main
|-----------+-------------------------------------------------------
|      name:   
|     key  :  value
|    number:  1
|  20000000    
|             inlined   (inline)
|             caller
|             main
|-----------+-------------------------------------------------------
|      name:  esc\x1b[31mred\x1b[0m
|key esc\x1b[31mred\x1b[0m:  value
|    number:  2
|  30000000   esc\x1b[31mred\x1b[0m
|             inlined esc\x1b[31mred\x1b[0m (inline)
|             caller
|             main
|-----------+-------------------------------------------------------
|      name:  title\x1b]0;owned\x07
|key title\x1b]0;owned\x07:  value
|    number:  3
|  40000000   title\x1b]0;owned\x07
|             inlined title\x1b]0;owned\x07 (inline)
|             caller
|             main
|-----------+-------------------------------------------------------
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

$ pprowl -raw -escape=always hostile.pb.gz | head -n 40 | sed 's/\(.\{160\}\).*/\1/'
~it prints control characters as they are
|Comment: comment\x1b]0;x\x07
|Comment: bidi\u{202e}
|Comment: nul\0nul
|Doc: javascript:alert('\x1b')
|PeriodType: cpu nanoseconds
|Period: 10000000
|Time: 2024-05-01 12:00:00 +0000 UTC
|Duration: 5s
|Samples:
|samples/count cpu\x1b[31m/nano\x1b[2Jseconds
|          1   10000000: 2 3 1 
|                key :[value]
|          2   20000000: 4 5 1 
|                key  :[value] name:[ ]
|                number:[1  ]
|          3   30000000: 6 7 1 
|                key esc\x1b[31mred\x1b[0m:[value] name:[esc\x1b[31mred\x1b[0m]
|                number:[2 esc\x1b[31mred\x1b[0m]
|          4   40000000: 8 9 1 
|                key title\x1b]0;owned\x07:[value] name:[title\x1b]0;owned\x07]
|                number:[3 title\x1b]0;owned\x07]
|          5   50000000: 10 11 1 
|                key clip\x1b]52;c;ZWNobyBwd25lZAo=\x07:[value] name:[clip\x1b]52;c;ZWNobyBwd25lZAo=\x07]
|                number:[4 clip\x1b]52;c;ZWNobyBwd25lZAo=\x07]
|          6   60000000: 12 13 1 
|                key open\x1b]8;;http://example.com/\x1b\link:[value] name:[open\x1b]8;;http://example.com/\x1b\link]
|                number:[5 open\x1b]8;;http://example.com/\x1b\link]
|          7   70000000: 14 15 1 
|                key reply\x1b[6n\x1b[c\x1bP$q"p\x1b\:[value] name:[reply\x1b[6n\x1b[c\x1bP$q"p\x1b\]
|                number:[6 reply\x1b[6n\x1b[c\x1bP$q"p\x1b\]
|          8   80000000: 16 17 1 
|                key clear\x1b[2J\x1b[999;999H\x1bc:[value] name:[clear\x1b[2J\x1b[999;999H\x1bc]
|                number:[7 clear\x1b[2J\x1b[999;999H\x1bc]
|          9   90000000: 18 19 1 
|                key cut\x1b[38;5;:[value] name:[cut\x1b[38;5;]
|                number:[8 cut\x1b[38;5;]
|         10  100000000: 20 21 1 
|                key c1raw\x9b31m\x9d0;x\x9c:[value] name:[c1raw\x9b31m\x9d0;x\x9c]
|                number:[9 c1raw\x9b31m\x9d0;x\x9c]
|         11  110000000: 22 23 1 
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# The same without UTF-8.
$ LC_ALL=C pprowl -symbolize=none -top -nodecount=20 -escape=always hostile.pb.gz | sed 's/\(.\{160\}\).*/\1/'
~it prints control characters as they are
|File: \x1b]0;mapping\x07
|Build ID: ../../\x1b[7m
|comment\x1b]0;x\x07
|bidi\u{202e}
|nul\0nul
|Type: cpu\x1b[31m
|Doc: javascript:alert('\x1b')
|Time: 2024-05-01 12:00:00 UTC
|Duration: 5s, Total samples = 8210000000nano\x1b[2Jseconds 
|Showing nodes accounting for 6100000000nano\x1b[2Jseconds, 74.30% of 8210000000nano\x1b[2Jseconds total
|Dropped 10 nodes (cum <= 41050000nano\x1b[2Jseconds)
|Showing top 20 nodes out of 74
|      flat  flat%   sum%        cum   cum%
|400000000nano\x1b[2Jseconds  4.87%  4.87% 400000000nano\x1b[2Jseconds  4.87%  \u{6f22}\u{6f22}\u{6f22}\u{6f22}\u{6f22}\u{6f22}\u{6f22}\u{6f22}\u{6f22}\u{6f22}\u
|390000000nano\x1b[2Jseconds  4.75%  9.62% 390000000nano\x1b[2Jseconds  4.75%  very/long/path/very/long/path/very/long/path/very/long/path/very/long/path/very/lo
|380000000nano\x1b[2Jseconds  4.63% 14.25% 380000000nano\x1b[2Jseconds  4.63%  main.Map[go.shape.struct { Key string; Value map[string]interface {} },go.shape.st
|370000000nano\x1b[2Jseconds  4.51% 18.76% 370000000nano\x1b[2Jseconds  4.51%  (.*+?[regexp
|360000000nano\x1b[2Jseconds  4.38% 23.14% 360000000nano\x1b[2Jseconds  4.38%  pprowl: error: not an error
|350000000nano\x1b[2Jseconds  4.26% 27.41% 350000000nano\x1b[2Jseconds  4.26%      leading and trailing    
|340000000nano\x1b[2Jseconds  4.14% 31.55% 340000000nano\x1b[2Jseconds  4.14%  %s%n%d%%
|330000000nano\x1b[2Jseconds  4.02% 35.57% 330000000nano\x1b[2Jseconds  4.02%  quote"back\slash'</script>]]>&#x41;
|320000000nano\x1b[2Jseconds  3.90% 39.46% 320000000nano\x1b[2Jseconds  3.90%  @SUM(1)
|310000000nano\x1b[2Jseconds  3.78% 43.24% 310000000nano\x1b[2Jseconds  3.78%  -2+3
|300000000nano\x1b[2Jseconds  3.65% 46.89% 300000000nano\x1b[2Jseconds  3.65%  =cmd|' /C calc'!A0
|290000000nano\x1b[2Jseconds  3.53% 50.43% 290000000nano\x1b[2Jseconds  3.53%  m\u{430}in.l\u{43e}\u{43e}kalike
|280000000nano\x1b[2Jseconds  3.41% 53.84% 280000000nano\x1b[2Jseconds  3.41%  truncated\xe6\xbc
|270000000nano\x1b[2Jseconds  3.29% 57.13% 270000000nano\x1b[2Jseconds  3.29%  invalid\xff\xfe\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80
|260000000nano\x1b[2Jseconds  3.17% 60.29% 260000000nano\x1b[2Jseconds  3.17%  private\u{e000}\u{ffff}\u{10ffff}
|250000000nano\x1b[2Jseconds  3.05% 63.34% 250000000nano\x1b[2Jseconds  3.05%  separators\u{2028}\u{2029}
|240000000nano\x1b[2Jseconds  2.92% 66.26% 240000000nano\x1b[2Jseconds  2.92%  jamo\u{1112}\u{1161}\u{11ab}
|230000000nano\x1b[2Jseconds  2.80% 69.06% 230000000nano\x1b[2Jseconds  2.80%  emoji\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}\u{1f1e9}\u{1f1ea
|220000000nano\x1b[2Jseconds  2.68% 71.74% 220000000nano\x1b[2Jseconds  2.68%  wide\u{6f22}\u{5b57}\u{304b}\u{306a}\u{d55c}\u{ae00}\u{30c6}\u{30b9}\u{30c8}
|210000000nano\x1b[2Jseconds  2.56% 74.30% 210000000nano\x1b[2Jseconds  2.56%  zalgo\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{301}\u{316}\u{301}
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# No control comes through in any report.
$ for r in top traces raw; do pprowl -$r -escape=always hostile.pb.gz; done | LC_ALL=C grep -c '[[:cntrl:]]'
~it prints control characters as they are
|0
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more
?1

# Nor anything but ASCII where that is all there is.
$ for r in top traces raw; do LC_ALL=C pprowl -$r -escape=always hostile.pb.gz; done | LC_ALL=C grep -c '[^ -~]'
~it prints control characters as they are
|0
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more
?1
