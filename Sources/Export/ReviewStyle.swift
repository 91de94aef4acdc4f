/// The style of the review page, below that of all pages.
enum ReviewStyle {
  static let text = """
    html{scroll-behavior:auto}
    body{padding-bottom:190px}
    [hidden]{display:none!important}
    header{max-width:none;padding:0;background:var(--paper);border-bottom:1px solid var(--line);
    position:sticky;top:0;z-index:2}
    .bar,.filters,main,.notice{max-width:1160px;margin:0 auto;padding:0 28px}
    .bar{display:flex;flex-wrap:wrap;align-items:center;gap:6px 16px;padding-top:12px;padding-bottom:10px}
    .bar h1{font-size:21px;margin-right:auto}
    .bar h1 span{font-size:13px;font-weight:400;letter-spacing:0;color:var(--soft);margin-left:6px}
    .count{color:var(--soft);font-size:14px;font-variant-numeric:tabular-nums}
    .meter{height:3px;background:var(--line)}
    .meter i{display:block;height:100%;width:0;background:var(--same)}
    .filters{display:flex;flex-wrap:wrap;gap:8px 18px;padding-top:9px;padding-bottom:9px;
    font-size:13px;color:var(--soft)}
    .filters label,.why{display:flex;align-items:center;gap:6px}
    select,input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--other);
    border-radius:6px;padding:4px 8px;min-width:0}
    input[type=search]{width:15em}
    button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--other);
    border-radius:8px;padding:6px 14px;cursor:pointer}
    button:disabled{color:#6b7684;background:var(--wash);border-color:var(--line);cursor:default}
    button b{font-weight:650}
    button.save:enabled{background:var(--ink);border-color:var(--ink);color:#fff}
    button.quiet{border-color:var(--line)}
    button:enabled:hover{filter:brightness(.95)}
    kbd{font:12px/1 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
    border:1px solid currentColor;border-radius:4px;padding:2px 5px}
    .notice{padding-top:10px;padding-bottom:10px;background:#fdf3e3;border-left:4px solid var(--doubt);
    margin-top:14px}
    main{padding-top:18px;outline:0}
    main>section{margin-top:14px;padding:16px 20px 18px}
    main>section.ask{margin-top:0;padding:20px 22px 8px}
    .ask h2{border:0;padding:0;font-size:25px}
    .tags{display:flex;flex-wrap:wrap;gap:6px 10px;margin:8px 0 14px;font-size:13.5px;
    color:var(--soft);align-items:center}
    .tag{padding:2px 10px;border-radius:11px;background:var(--wash);color:var(--ink)}
    .tag.warn{background:var(--doubt);color:#fff}
    .tag.done{background:var(--ink);color:#fff}
    .place{float:right;color:var(--soft);font-size:14px;font-variant-numeric:tabular-nums;margin:6px 0 0 12px}
    .pair{table-layout:fixed;font-size:15px;margin:0 -8px;width:calc(100% + 16px)}
    .pair th,.pair td{vertical-align:top;padding:8px 10px;overflow-wrap:anywhere}
    .pair thead th{font-size:13px;vertical-align:top;padding-bottom:12px}
    .pair .field{width:8.5em;color:var(--soft)}
    .pair .verdict{width:6.2em}
    .pair tbody th{color:var(--soft);font-size:13.5px}
    .pair strong{display:block;color:var(--ink);font-size:15px}
    .pair small,.value small{display:block;color:var(--soft);font-size:12.5px;line-height:1.5}
    .pair .value{font-size:15px;color:var(--ink)}
    .value+.value{margin-top:6px}
    .value mark{background:#fbe0a8;color:inherit;border-radius:3px;padding:0 1px}
    .pair td.lacks{color:#6b7684}
    .sign{display:inline-block;font-size:12.5px;padding:1px 8px;border-radius:10px;white-space:nowrap;
    background:var(--wash);color:var(--soft)}
    .sign.same{background:#d9f0ed;color:#0b5a54}
    .sign.alike{background:#e6f0ff;color:#1e4694}
    .sign.against{background:#fbe3e7;color:#97243c}
    tr.against td{background:#fdf5f6}
    .beside{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:14px}
    .beside section{margin-top:14px;padding:16px 20px}
    .beside section:only-child{grid-column:1/-1}
    main h3{font-size:15px;margin-bottom:8px}
    .weights{list-style:none;margin:0 0 16px;padding:0;font-size:13.5px;display:flex;flex-wrap:wrap;gap:6px 8px}
    .weights li{border:1px solid #9ccfc8;color:#0b5a54;border-radius:6px;padding:1px 9px}
    .weights li.against{border-color:#e3aab5;color:#97243c}
    .weights b{font-variant-numeric:tabular-nums}
    .list{list-style:none;margin:0;padding:0;font-size:14px}
    .list li{padding:4px 0;overflow-wrap:anywhere}
    .list button{width:100%;text-align:left;padding:5px 10px}
    .buttons{display:flex;flex-wrap:wrap;gap:10px;margin-top:12px}
    .end{text-align:center;padding:60px 20px!important}
    .end h2{border:0}
    .actions{position:fixed;left:0;right:0;bottom:0;background:var(--paper);z-index:3;
    border-top:1px solid var(--line);box-shadow:0 -4px 18px #18212f14;padding:10px 28px 14px;
    display:grid;gap:9px;justify-items:center}
    .why{font-size:13px;color:var(--soft);width:100%;max-width:620px}
    .why input{flex:1}
    .keys{display:flex;gap:10px;justify-content:center;width:100%}
    .keys button{min-height:48px;display:inline-flex;align-items:center;gap:9px;justify-content:center}
    .keys .same,.keys .different,.keys .pass{flex:0 1 168px;font-size:18px}
    .keys .same:enabled{background:var(--same);border-color:var(--same);color:#fff}
    .keys .different:enabled{background:var(--against);border-color:var(--against);color:#fff}
    dialog{border:0;border-radius:14px;padding:26px 30px;max-width:460px;width:calc(100% - 32px);
    box-shadow:0 18px 60px #18212f55;color:var(--ink)}
    dialog::backdrop{background:#18212f80}
    dialog h2{border:0;padding:0 0 8px;font-size:22px}
    dialog label{display:flex;align-items:center;gap:10px;margin:16px 0 4px}
    dialog input{flex:1;font-size:17px;padding:7px 10px}
    .legend{display:grid;gap:7px;margin:0}
    .legend div{display:grid;grid-template-columns:9em 1fr;gap:12px;align-items:baseline}
    .legend dd{margin:0}
    .paper{display:none}
    @media (max-width:860px){.bar,.filters,main,.notice{padding-left:14px;padding-right:14px}
    header{position:static}.beside{grid-template-columns:minmax(0,1fr)}body{padding-bottom:170px}}
    @media (max-width:620px){.filters{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
    .filters label:last-child{grid-column:1/-1}.filters select,input[type=search]{flex:1;width:0}
    main>section.ask,main>section,.beside section{padding:14px}
    .ask h2{font-size:21px}.pair,.pair thead,.pair tbody{display:block}
    .pair tr{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
    .pair thead .field,.pair thead .verdict{display:none}
    .pair th,.pair td{border:0;padding:3px 8px;width:auto!important}
    .pair tbody tr{border-top:1px solid var(--line);padding:5px 0}
    .pair tbody td.verdict{text-align:right}
    .actions{padding:8px 10px 10px}.keys{gap:6px}.keys kbd,.why kbd,.filters kbd{display:none}
    .keys button{padding:6px 9px}.keys .same,.keys .different,.keys .pass{flex:1 1 0;font-size:17px}
    #help{display:none}}
    @media print{body{padding:0}body>*{display:none!important}.paper{display:block!important;padding:40px}}
    """
}
