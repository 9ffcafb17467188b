namespace MiaVoices.Formats.Reports.Html;

/// <summary>
/// How a report looks: light and dark after the reader's own choice, on paper, and on a phone. The colours are named at the
/// top; a test computes their contrast, so each pair that is used stands there.
/// </summary>
internal static class HtmlStyle
{
    /// <summary>Fills of the parts of a bar, which tell them apart without colour.</summary>
    public const string Patterns = """
        <svg class="heard" width="0" height="0" aria-hidden="true"><defs>
        <pattern id="fill.0" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="full" width="8" height="8" /></pattern>
        <pattern id="fill.1" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="bare" width="8" height="8" /><path class="line" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" /></pattern>
        <pattern id="fill.2" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="bare" width="8" height="8" /><circle class="full" cx="4" cy="4" r="1.6" /></pattern>
        <pattern id="fill.3" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="bare" width="8" height="8" /></pattern>
        <pattern id="fill.4" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="bare" width="8" height="8" /><path class="line" d="M0 4H8" /></pattern>
        <pattern id="fill.5" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="bare" width="8" height="8" /><path class="line" d="M4 0V8" /></pattern>
        <pattern id="fill.6" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="bare" width="8" height="8" /><path class="line" d="M0 4H8M4 0V8" /></pattern>
        <pattern id="fill.7" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="bare" width="8" height="8" /><path class="line" d="M-2 6L2 10M0 0L8 8M6 -2L10 2" /></pattern>
        </defs></svg>

        """;

    /// <summary>The style sheet, without characters that XML would need escaped.</summary>
    public const string Text = """

        :root {
          color-scheme: light dark;
          --page: #ffffff; --ink: #1d1d22; --soft: #54545f; --link: #0b4a8a; --panel: #f2f4f7; --head: #e4e9f0;
          --rule: #7d828c; --bar: #1f5f99; --focus: #b03a00;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --page: #15171b; --ink: #ececf0; --soft: #b4b6c0; --link: #93c5fd; --panel: #20242b; --head: #2b313b;
            --rule: #8a909c; --bar: #7fb4e6; --focus: #ffb454;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
          hyphens: auto; overflow-wrap: break-word; }
        .page { max-width: 80rem; margin: 0 auto; padding: 1rem; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .5em; hyphens: manual; overflow-wrap: anywhere; }
        h1 { font-size: 2rem; margin-top: .5em; }
        h2 { font-size: 1.5rem; border-bottom: 1px solid var(--rule); padding-bottom: .2em; }
        h3 { font-size: 1.25rem; }
        h4, h5, h6 { font-size: 1.0625rem; }
        p, ul { margin: 0 0 1em; }
        p, li, figcaption { max-width: 42rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        a:hover { text-decoration-thickness: .15em; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
        main:focus { outline: none; }
        .skip { position: absolute; left: -100rem; top: 0; padding: .6rem 1rem; background: var(--page); color: var(--link); z-index: 1; }
        .skip:focus { left: .5rem; top: .5rem; }
        .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        nav { background: var(--panel); color: var(--ink); padding: 1rem 1.25rem; border-radius: .5rem; margin: 1.5rem 0; }
        nav h2 { font-size: 1.0625rem; margin: 0 0 .5em; border: 0; padding: 0; }
        nav ul { list-style: none; margin: 0; padding: 0; }
        nav ul ul { padding-left: 1rem; font-size: .9375rem; }
        nav a { display: inline-block; padding: .2rem 0; }
        .contains-task-list { list-style: none; padding-left: .25rem; }
        .task-list-item { padding-left: 1.75em; }
        .box { float: left; margin-left: -1.6em; }
        .quote { margin: 1.25rem 0; padding: .25rem 0 .25rem 1.25rem; border-left: 4px solid var(--bar); }
        blockquote { margin: 0; }
        blockquote p { margin: 0 0 .25em; }
        .quote figcaption { color: var(--soft); font-size: .9375rem; }
        .scroll { overflow-x: auto; margin: 0 0 1.5rem; }
        table { border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .75rem; border-bottom: 1px solid var(--rule); min-width: 3.5rem; max-width: 26rem; overflow-wrap: break-word; }
        thead th, thead td { background: var(--head); color: var(--ink); vertical-align: bottom; }
        tbody th { font-weight: 600; }
        .n { text-align: right; font-variant-numeric: tabular-nums; hyphens: manual; }
        td.n { white-space: nowrap; }
        .chart { margin: 0 0 1.5rem; max-width: 42rem; }
        .bars { margin-top: .75rem; }
        .row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin-bottom: .5rem; }
        .row svg { flex: 0 0 100%; display: block; }
        .label { min-width: 0; overflow-wrap: anywhere; }
        .shown { margin-left: auto; font-variant-numeric: tabular-nums; }
        .chart figcaption { font-size: .9375rem; }
        .chart figcaption a { display: block; }
        .key { list-style: none; padding: 0; margin: .5rem 0 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
        .key svg { vertical-align: -.15em; }
        .bar { stroke: var(--bar); stroke-width: 1; }
        .full { fill: var(--bar); }
        .bare { fill: var(--page); }
        .line { stroke: var(--bar); stroke-width: 1.6; fill: none; }
        footer { border-top: 1px solid var(--rule); margin-top: 3rem; padding-top: 1rem; color: var(--soft); font-size: .9375rem; }
        @media screen and (min-width: 64rem) {
          .page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); column-gap: 3rem; padding: 2rem; }
          header, footer { grid-column: 1 / -1; }
          nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
          main { min-width: 0; }
          main h2:first-child { margin-top: 1.2rem; }
        }
        @media print {
          @page { size: A4; margin: 20mm 18mm; }
          html { font-size: 10pt; }
          body { font-size: 1.05rem; }
          .page { padding: 0; }
          .skip { display: none; }
          h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
          p, li { orphans: 3; widows: 3; }
          tr, .quote, .chart, .row { break-inside: avoid; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          th, td { padding: .25rem .4rem; min-width: 0; }
          .bar, .full, .bare, thead th, thead td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """;
}
