/// The style of all pages: colours, type and print.
///
/// Three colours carry meaning and are told apart by everybody: what speaks for one party, what speaks
/// against it, and what is in doubt. Each is named in words as well.
enum ReportStyle {
  static let text = """
    :root{color-scheme:light;--ink:#18212f;--soft:#556070;--line:#dde3ea;--wash:#f4f6f8;--paper:#fff;
    --same:#0f766e;--doubt:#b45309;--against:#b4304a;--other:#8793a3;--link:#1d4ed8}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth}
    body{margin:0;background:var(--wash);color:var(--ink);
    font:15px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei",
    "Noto Sans CJK SC","Source Han Sans SC",sans-serif}
    header,main,footer{max-width:1160px;margin:0 auto;padding:0 28px}
    header{padding-top:44px}
    h1,h2,h3,h4,p{margin:0}
    h1{font-size:34px;line-height:1.25;letter-spacing:-.01em}
    h2{font-size:26px;line-height:1.3;padding:6px 0 10px;border-bottom:3px solid var(--ink)}
    h3{font-size:19px;line-height:1.4}
    h4{font-size:16px}
    .kicker{color:var(--soft);font-size:13px;letter-spacing:.06em}
    .lead{max-width:76ch;margin:10px 0 22px;color:var(--soft)}
    .note{max-width:80ch;color:var(--soft);margin:4px 0 16px}
    a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:3px}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
    .skip{position:absolute;left:-9999px}
    .skip:focus{left:16px;top:12px;background:var(--paper);padding:8px 14px}
    nav{display:grid;gap:10px;padding:14px 18px;background:var(--paper);
    border:1px solid var(--line);border-radius:10px}
    nav div{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:baseline}
    nav .chapter{font-weight:650;min-width:7em;color:var(--ink)}
    nav ul{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:0;padding:0;
    font-size:14px}
    article{margin-top:44px}
    section{background:var(--paper);border:1px solid var(--line);border-radius:12px;
    padding:22px 26px 26px;margin-top:18px;scroll-margin-top:12px}
    .beside{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,3fr);gap:26px;
    align-items:start}
    figure{margin:0}
    svg{display:block}
    svg.chart{width:100%;height:auto}
    svg.square{max-width:560px;margin:0 auto}
    table{border-collapse:collapse;width:100%;font-size:14px}
    th,td{padding:5px 10px;text-align:left;vertical-align:middle;font-weight:400;
    border-bottom:1px solid var(--line)}
    thead th{color:var(--soft);font-size:12.5px;vertical-align:bottom;border-bottom-color:var(--other)}
    tbody tr:last-child>*{border-bottom:0}
    tbody+tbody tr.group th{padding-top:16px}
    tr.group th{font-weight:650;border-bottom-color:var(--line)}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td.drawing{position:relative;height:34px}
    svg.cell{position:absolute;inset:0 10px;width:calc(100% - 20px);height:100%}
    th.drawing{width:260px;min-width:180px}
    .wide tbody th{min-width:13em}
    svg.head{width:100%;height:auto;overflow:visible}
    code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
    overflow-wrap:anywhere}
    .scroll{overflow:auto;border:1px solid var(--line);border-radius:8px}
    .scroll.long{max-height:384px}
    .scroll.long thead th{position:sticky;top:0;background:var(--paper)}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(138px,1fr));gap:12px;margin:0}
    .tiles div{background:var(--wash);border-radius:8px;padding:12px 14px}
    .tiles dt{color:var(--soft);font-size:13px}
    .tiles dd{margin:0}
    .tiles strong{display:block;font-size:25px;line-height:1.3;font-weight:650;
    font-variant-numeric:tabular-nums}
    .tiles span{display:block;font-size:12.5px;line-height:1.45;color:var(--soft)}
    .facts{display:flex;flex-wrap:wrap;gap:8px 34px;margin:0 0 16px}
    .facts dt{color:var(--soft);font-size:12.5px}
    .facts dd{margin:0}
    .empty{padding:12px 16px;background:var(--wash);border-left:4px solid var(--doubt)}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(470px,1fr));gap:20px}
    .card{border:1px solid var(--line);border-radius:10px;padding:16px 16px 12px;min-width:0}
    .card figcaption p{color:var(--soft);font-size:13.5px}
    .card figcaption{margin-bottom:10px}
    .card .scroll{border:0;max-height:none}
    .card table{font-size:13px}
    .card th,.card td{padding:3px 6px}
    .card th.drawing{width:200px;padding:0}
    .card td.drawing{height:28px}
    .card svg.cell{inset:0;width:100%}
    .absent{margin-top:8px;font-size:12.5px;color:var(--soft)}
    .card tbody th{min-width:8.5em}
    .value,.none{font-size:12.5px;color:var(--soft)}
    .key{white-space:nowrap}
    .key::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:2px;
    margin-right:.45em;background:currentColor}
    .key.same{color:var(--same)}.key.doubt{color:var(--doubt)}.key.other{color:var(--soft)}
    .mark{font-size:12px;padding:1px 7px;border-radius:9px;color:#fff;white-space:nowrap}
    .mark.accept{background:var(--same)}.mark.review{background:var(--doubt)}
    svg .label{font-size:12px;fill:var(--ink)}
    svg .faint{fill:var(--soft)}
    svg text.accept{fill:var(--same)}svg text.review{fill:var(--doubt)}
    svg .grid{stroke:var(--line);stroke-width:1}
    svg .axis{stroke:var(--other);stroke-width:1}
    svg .same{fill:var(--same)}svg .doubt{fill:var(--doubt)}svg .other{fill:var(--other)}
    svg .span{stroke:var(--same);stroke-width:2.5;opacity:.55}
    svg .span.against{stroke:var(--against)}
    svg .threshold{stroke-width:1.5;stroke-dasharray:4 3}
    svg .threshold.review{stroke:var(--doubt)}svg .threshold.accept{stroke:var(--same)}
    svg circle.review{fill:var(--doubt)}svg circle.accept{fill:var(--same)}
    svg.cell line{vector-effect:non-scaling-stroke}
    svg .beam{stroke-width:12}svg .spot{stroke-width:9;stroke-linecap:round}
    svg .spot.small{stroke-width:6.5}
    svg :is(.beam,.spot).same{stroke:var(--same)}svg .beam.against{stroke:var(--against)}
    svg .beam.sum{stroke:#475467}svg .beam.plain{stroke:#4a6fa5}
    svg .spot.doubt{stroke:var(--doubt)}svg .spot.other{stroke:var(--other)}
    svg .curve{fill:none;stroke:#4a6fa5;stroke-width:2.5;stroke-linejoin:round}
    svg rect:hover{opacity:.7}
    footer{padding-top:26px;padding-bottom:44px;color:var(--soft);font-size:13px}
    @media (max-width:860px){.beside{grid-template-columns:minmax(0,1fr)}
    .cards{grid-template-columns:minmax(0,1fr)}header,main,footer{padding-left:14px;
    padding-right:14px}section{padding:16px 14px}}
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    @media print{@page{margin:14mm}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    body{background:var(--paper);font-size:11px}nav,.skip{display:none}
    header,main,footer{max-width:none;padding:0}section{border:0;padding:10px 0}
    .scroll,.scroll.long{max-height:none;overflow:visible;border:0}
    .scroll.long thead th{position:static}
    .beside{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}
    .cards{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:10px}
    table,.card table{font-size:9px}thead th,code{font-size:8.5px}th,td{padding:1.5px 6px}
    td.drawing,.card td.drawing{height:19px}th.drawing,.card th.drawing{width:150px;min-width:110px}
    .wide tbody th,.card tbody th{min-width:7em}svg .beam{stroke-width:8}
    svg .spot{stroke-width:6}.card{padding:8px}
    .card,svg,tr{break-inside:avoid}h2,h3,h4,.note{break-after:avoid}
    article+article{break-before:page}}
    """
}
