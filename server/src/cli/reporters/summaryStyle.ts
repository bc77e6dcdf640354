/** How the summary page looks: on the screen in the light or the dark, and on paper. */
export const summaryStyle = `:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; }
table { border-collapse: collapse; margin: 2rem 0; width: 100%; }
caption { font-size: 1.2rem; font-weight: bold; padding-bottom: 0.5rem; text-align: left; }
th, td { border-bottom: 1px solid; padding: 0.25rem 0.75rem 0.25rem 0; text-align: right; }
th:first-child { overflow-wrap: anywhere; text-align: left; }
tbody th { font-weight: normal; }
td { font-variant-numeric: tabular-nums; }
.about { font-size: 0.875rem; }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;
