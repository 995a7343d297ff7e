const AMOUNT = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** `1,234.50`; the currency stands in the label. */
export function money(amount: number): string {
  return AMOUNT.format(amount).replace("-", "−");
}
