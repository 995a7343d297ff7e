import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/** The accent: shade 7 on paper, shade 4 on ink. */
const ink: MantineColorsTuple = [
  "#eef5fd",
  "#d9e8fa",
  "#b3d2f5",
  "#8cbff5",
  "#6db0f4",
  "#4b92dc",
  "#3779c3",
  "#2863ab",
  "#205292",
  "#18427a",
];

/** The kit's greys of the dark scheme are those of tokens.css, too. */
const dark: MantineColorsTuple = [
  "#eceff2",
  "#c9ced4",
  "#a5abb4",
  "#737b86",
  "#323840",
  "#232931",
  "#171c22",
  "#171c22",
  "#101419",
  "#0b0f14",
];

/** Filled controls take our tokens: the kit decides on the text's colour by the light scheme alone. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== "filled") return colors;
  const ground = input.color === "red" ? "var(--bad)" : "var(--accent)";
  return {
    ...colors,
    background: ground,
    hover: `color-mix(in srgb, ${ground} 88%, var(--text))`,
    color: "var(--on-accent)",
  };
};

/** The kit's button is a cross without a name. */
const close = { "aria-label": "Close" };

export const theme = createTheme({
  variantColorResolver: variantColors,
  fontFamily: '"Inter", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  headings: { fontFamily: '"Inter", system-ui, sans-serif', fontWeight: "600" },
  colors: { ink, dark },
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 4 },
  black: "#101419",
  autoContrast: true,
  defaultRadius: 6,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  components: {
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm" } },
    Modal: {
      defaultProps: {
        radius: 12,
        centered: true,
        overlayProps: { opacity: 0.4 },
        closeButtonProps: close,
      },
    },
    Drawer: { defaultProps: { closeButtonProps: close } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 100 } } },
  },
});

/** The kit's colours are those of tokens.css. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-text": "var(--text)",
    "--mantine-color-dimmed": "var(--muted)",
    "--mantine-color-placeholder": "light-dark(#6b747e, #8b929b)",
    "--mantine-color-default": "var(--surface)",
    "--mantine-color-default-hover": "var(--sunken)",
    "--mantine-color-default-color": "var(--text)",
    "--mantine-color-default-border": "light-dark(#c5cbd2, #454d57)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-disabled": "var(--sunken)",
    "--mantine-color-disabled-color": "var(--muted)",
  };
  return { variables: {}, light: both, dark: both };
};
