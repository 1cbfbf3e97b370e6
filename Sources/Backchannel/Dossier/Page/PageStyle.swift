/// Holds the style sheet of a page.
///
/// It stands in the page as it is, so it holds neither `<` nor `&`. Every text has a contrast of at
/// least 4.5 to 1 on its ground, and colour is never the only carrier of a meaning.
enum PageStyle {
  static let code: StaticString = """

    :root {
      --ground: #fff; --ink: #111827; --quiet: #4b5563; --faint: #d1d5db; --soft: #f4f6f8;
      --link: #0b5c8f; --focus: #b45309; --warn: #b02e14;
      --confirmed: #1f2933; --corroborated: #0b5c8f; --reported: #006ba6; --unconfirmed: #7000c0;
      --disputed: #b02e14; --denied: #b02e14; --open: #5b6472; --unsourced: #5b6472;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14181f; --ink: #e8ebf0; --quiet: #aab3c0; --faint: #3b4452; --soft: #1d232c;
        --link: #8cc7f2; --focus: #fbbf24; --warn: #ff9d87;
        --confirmed: #e8ebf0; --corroborated: #8cc7f2; --reported: #6db8ec; --unconfirmed: #c9a6f2;
        --disputed: #ff9d87; --denied: #ff9d87; --open: #aab3c0; --unsourced: #aab3c0;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 78rem; background: var(--ground);
      color: var(--ink); font: 1rem/1.5 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
      overflow-wrap: break-word;
    }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; max-width: 42rem; }
    h2 { font-size: 1.45rem; margin: 3rem 0 .75rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
    h3 { font-size: 1.08rem; margin: 2rem 0 .4rem; }
    p { margin: .5rem 0; max-width: 46rem; }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
    a:focus-visible, button:focus-visible, .view:focus-visible {
      outline: 3px solid var(--focus); outline-offset: 2px;
    }
    .kicker { margin: 0; color: var(--quiet); font-size: .9rem; letter-spacing: .04em; }
    .summary { font-size: 1.15rem; }
    .count { color: var(--quiet); font-weight: 400; font-size: .85em; }
    .warning { border: 2px solid var(--warn); color: var(--warn); padding: .6rem .9rem; font-weight: 700; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 2; }
    .aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .line { display: block; }
    .date { white-space: nowrap; }
    .mark .sign { font-weight: 700; font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", sans-serif; }
    .mark.confirmed { color: var(--confirmed); } .mark.corroborated { color: var(--corroborated); }
    .mark.reported { color: var(--reported); } .mark.unconfirmed { color: var(--unconfirmed); }
    .mark.disputed, .mark.denied, .mark.conflict { color: var(--disputed); }
    .mark.open, .mark.unsourced { color: var(--open); }
    :target { outline: 3px solid var(--focus); outline-offset: 3px; }
    tr:target, tbody:target { outline-offset: -3px; }

    nav ul { list-style: none; margin: 1.5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; }

    .honesty { margin: 1.25rem 0 0; padding: 1rem; background: var(--soft); border-radius: .4rem; }
    .shares { display: block; width: 100%; height: .9rem; margin-bottom: .9rem; }
    .share { stroke: var(--ground); stroke-width: 2; vector-effect: non-scaling-stroke; }
    .share.confirmed { fill: var(--confirmed); } .share.corroborated { fill: var(--corroborated); }
    .share.reported { fill: var(--reported); fill-opacity: .6; }
    .share.unconfirmed { fill: var(--unconfirmed); fill-opacity: .75; }
    .share.disputed, .share.denied { fill: var(--disputed); }
    .share.open { fill: var(--open); fill-opacity: .45; } .share.unsourced { fill: var(--faint); }
    .honesty dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .15rem 2rem; margin: 0; }
    .honesty div { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--faint); }
    .honesty dt { font-weight: 400; } .honesty dd { margin: 0; font-weight: 700; font-variant-numeric: tabular-nums; }

    .diagram { margin: 0; }
    .view { overflow: auto; max-height: 85vh; border: 1px solid var(--faint); background: #fff; }
    .view svg { display: block; width: 100%; min-width: 52rem; height: auto; }
    .view.held { cursor: grabbing; user-select: none; }
    .view.movable { cursor: grab; }
    .view a:focus-visible { outline: 3px solid #b45309; }
    .view a:hover text { text-decoration: underline; }
    .controls { display: flex; flex-wrap: wrap; gap: .35rem; margin-bottom: .5rem; }
    .controls[hidden] { display: none; }
    button {
      min-width: 2.75rem; min-height: 2.75rem; padding: 0 .6rem; font: inherit; color: var(--ink);
      background: var(--soft); border: 1px solid var(--quiet); border-radius: .3rem; cursor: pointer;
    }
    figcaption { color: var(--quiet); font-size: .9rem; margin-top: .5rem; max-width: 46rem; }

    .unknown ul { padding-left: 0; list-style: none; }
    .unknown li { margin: .5rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--faint); max-width: 60rem; }
    .conflicts li { margin: .4rem 0; max-width: 60rem; }

    table { width: 100%; border-collapse: collapse; margin: .75rem 0 1.25rem; font-size: .92rem; }
    caption { text-align: left; color: var(--quiet); padding-bottom: .4rem; font-size: .95rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--faint); }
    thead th { color: var(--quiet); font-size: .88rem; border-bottom: 2px solid var(--quiet); }
    tbody th { font-weight: 600; }
    tr.group th { background: var(--soft); padding: .5rem .6rem; font-weight: 600; }
    .claims tbody tr:not(.group) th { padding-left: .6rem; }
    .bar { display: block; width: 100%; min-width: 9rem; height: 1rem; margin-top: .25rem; }
    .bar .axis { fill: var(--faint); } .bar .day { fill: var(--ink); }
    .bar .stretch { fill: var(--reported); fill-opacity: .45; stroke: var(--reported); stroke-width: 1; vector-effect: non-scaling-stroke; }

    .events table, .claims table { table-layout: fixed; }
    .events thead th:nth-child(1) { width: 25%; } .events thead th:nth-child(2) { width: 18%; }
    .events thead th:nth-child(3) { width: 20%; } .events thead th:nth-child(5) { width: 12%; }
    .claims thead th:nth-child(1) { width: 7%; } .claims thead th:nth-child(3) { width: 12%; }
    .claims thead th:nth-child(4) { width: 23%; }

    dl { margin: .4rem 0; }
    article dl, .method dl { display: grid; grid-template-columns: 9rem 1fr; gap: .15rem 1rem; max-width: 62rem; }
    article dt, .method dt { grid-column: 1; color: var(--quiet); }
    article dd, .method dd { grid-column: 2; margin: 0; }
    q { font-style: italic; quotes: "\\201c" "\\201d"; }
    footer { margin-top: 3rem; border-top: 1px solid var(--faint); color: var(--quiet); font-size: .9rem; }

    @media screen and (max-width: 44rem) {
      body { padding: 1rem .9rem 3rem; }
      h1 { font-size: 1.55rem; }
      .honesty dl { grid-template-columns: 1fr; }
      table, caption, tbody, tr, th, td { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      th, td { border: 0; padding: .15rem 0; }
      tbody tr { border-bottom: 1px solid var(--faint); padding: .5rem 0; }
      td:empty { display: none; }
      td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); }
      .claims tbody tr:not(.group) th { padding-left: 0; }
      .bar { min-width: 0; }
      article dl, .method dl { grid-template-columns: 1fr; gap: 0; }
      article dd, .method dd { grid-column: 1; margin-bottom: .35rem; }
    }

    @media print {
      @page { margin: 16mm 14mm; }
      @page wide { size: landscape; margin: 10mm; }
      :root {
        --ground: #fff; --ink: #000; --quiet: #444; --faint: #bbb; --soft: #f3f3f3; --link: #000;
        --warn: #b02e14;
        --confirmed: #1f2933; --corroborated: #0b5c8f; --reported: #006ba6; --unconfirmed: #7000c0;
        --disputed: #b02e14; --denied: #b02e14; --open: #5b6472; --unsourced: #5b6472;
      }
      html { font-size: 8.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { max-width: none; padding: 0; line-height: 1.4; }
      p, .unknown li, .conflicts li, article dl, .method dl { max-width: none; }
      nav, .skip, .controls, .controls[hidden] { display: none; }
      section.diagram { page: wide; break-before: page; break-after: page; }
      .diagram h2, .diagram figcaption { margin-top: 0; border: 0; padding: 0; }
      .view { overflow: visible; max-height: none; border: 0; }
      .view svg { width: 100% !important; min-width: 0; max-height: 155mm; }
      h2 { margin-top: 2rem; } h3 { margin-top: 1.2rem; }
      h2, h3, tr.group { break-after: avoid; }
      tr, li, dd, figure { break-inside: avoid; }
      .unknown li { margin: .25rem 0; }
      table { margin: .4rem 0 .8rem; }
      th, td { padding: .25rem .6rem .25rem 0; }
      thead { display: table-header-group; }
      a { text-decoration: none; }
      a.web { overflow-wrap: anywhere; }
      :target { outline: 0; }
    }

    """
}
