package net.operando.figure.report;

/** The report's style sheet: one measure, one typeface, quiet lines; figures somewhat larger than in print where there is room. */
final class ReportStyle {

	static final String CSS = String.join("\n", //
		":root { color-scheme: light; --ink: #1f2328; --faint: #5c6570; --line: #d8dde3; --accent: #0b5c8a; }", //
		"* { box-sizing: border-box; }", //
		"body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.55 -apple-system, \"Segoe UI\", Helvetica, Arial, sans-serif; }", //
		"main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }", //
		"h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; margin: 0; }", //
		".subtitle { color: var(--faint); margin: .4rem 0 0; }", //
		"header { border-bottom: 2px solid var(--accent); padding-bottom: 1rem; margin-bottom: 1.5rem; }", //
		"h2 { font-size: 1.25rem; font-weight: 600; margin: 2.4rem 0 .8rem; }", //
		"p { max-width: 44rem; }", //
		"a { color: var(--accent); }", //
		".scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }", //
		"table { border-collapse: collapse; font-size: .84rem; min-width: 50%; }", //
		"caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }", //
		"th, td { text-align: left; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }", //
		"thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; vertical-align: bottom; }", //
		"tbody th { font-weight: 400; }", //
		".number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }", //
		".hash { font: .75rem/1.8 ui-monospace, Consolas, \"Liberation Mono\", monospace; word-break: break-all; }", //
		"figure { margin: 1.5rem 0 2.2rem; break-inside: avoid; }", //
		"figure > svg { display: block; width: calc(var(--mm) * 1.3mm); max-width: 100%; height: auto; }", //
		"figcaption { font-size: .88rem; line-height: 1.45; margin-top: .7rem; max-width: 46rem; }", //
		".detail { color: var(--faint); }", //
		".warnings { background: #fff8e5; border-left: 4px solid #c98a00; padding: .8rem 1.2rem; margin: 1.5rem 0; }", //
		".warnings h2 { font-size: 1rem; margin: 0 0 .3rem; }", //
		".warnings ul { margin: 0; padding-left: 1.2rem; }", //
		"details { margin: 1rem 0; }", //
		"summary { cursor: pointer; font-weight: 600; font-size: .9rem; }", //
		"pre { background: #f5f7f9; padding: 1rem; font: .8rem/1.5 ui-monospace, Consolas, \"Liberation Mono\", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }", //
		"footer { color: var(--faint); font-size: .85rem; border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .8rem; }", //
		"@page { size: A4; margin: 15mm 13mm; }", //
		"@media print { figure > svg { width: calc(var(--mm) * 1mm); } body { font-size: 10pt; } main { padding: 0; max-width: none; } .scroll { overflow: visible; } table { font-size: 7pt; } h2 { break-after: avoid; } tr, figure { break-inside: avoid; } .hash { font-size: 6.5pt; } }", //
		"");

	private ReportStyle() {}
}
