import { createTheme, type ThemeOptions } from '@mui/material/styles'
import type { Device } from '#core/protocol/drawn-page.ts'
import { matchMediaOf } from './match-media.ts'
import { type Scheme, tokens } from './tokens.ts'

/** What colour means here, besides MUI's own names: `sx={{ color: 'loss.main' }}`, `theme.vars.palette.loss.main`. */
type Meaning = { readonly main: string }
declare module '@mui/material/styles' {
  interface Palette {
    loss: Meaning
    gain: Meaning
    ownBest: Meaning
    fieldBest: Meaning
    caution: Meaning
  }
  interface PaletteOptions {
    loss: Meaning
    gain: Meaning
    ownBest: Meaning
    fieldBest: Meaning
    caution: Meaning
  }
}

function paletteOf(scheme: Scheme) {
  const token = tokens[scheme]
  return {
    background: { default: token.paper, paper: token.surface },
    text: { primary: token.ink, secondary: token.secondInk },
    divider: token.line,
    action: { hover: token.hover },
    primary: { main: token.accent, contrastText: token.surface },
    error: { main: token.loss },
    warning: { main: token.caution },
    success: { main: token.ownBest },
    loss: { main: token.loss },
    gain: { main: token.gain },
    ownBest: { main: token.ownBest },
    fieldBest: { main: token.fieldBest },
    caution: { main: token.caution },
  }
}

const label = { fontSize: '0.75rem', lineHeight: 1.4 }

/**
 * The instrument's look: both schemes as CSS variables, the system's by default. The device decides what is
 * drawn before the browser can be asked.
 */
export function themeFor(device: Device) {
  const made = looks.get(device) ?? createLook(device)
  looks.set(device, made)
  return made
}

// Making one takes longer than drawing many a view.
const looks = new Map<Device, ReturnType<typeof createLook>>()

function createLook(device: Device) {
  return createTheme({
    cssVariables: { colorSchemeSelector: 'data-scheme', cssVarPrefix: 'kl' },
    colorSchemes: { light: { palette: paletteOf('light') }, dark: { palette: paletteOf('dark') } },
    spacing: 4,
    shape: { borderRadius: 10 },
    breakpoints: { values: { xs: 0, sm: 480, md: 700, lg: 1200, xl: 1600 } },
    typography: {
      fontFamily: '"Inter Variable", system-ui, sans-serif',
      fontSize: 14,
      htmlFontSize: 16,
      fontWeightRegular: 400,
      fontWeightMedium: 550,
      fontWeightBold: 650,
      h1: { fontSize: '1.3125rem', fontWeight: 650, lineHeight: 1.25 },
      h2: { fontSize: '0.875rem', fontWeight: 650, lineHeight: 1.4 },
      h3: { fontSize: '0.875rem', fontWeight: 550, lineHeight: 1.4 },
      body1: { fontSize: '0.875rem', lineHeight: 1.5 },
      body2: { fontSize: '0.8125rem', lineHeight: 1.45 },
      subtitle1: { fontSize: '1.3125rem', fontWeight: 650, lineHeight: 1.2 },
      caption: label,
      button: { textTransform: 'none', fontSize: '0.8125rem' },
    },
    transitions: { duration: { shortest: 150, shorter: 150, short: 150, standard: 200 } },
    components: {
      ...components,
      MuiUseMediaQuery: { defaultProps: { ssrMatchMedia: matchMediaOf(device) } },
    },
  })
}

/** How MUI's parts differ from what they are by themselves. */
const components: ThemeOptions['components'] = {
  MuiCssBaseline: {
    styleOverrides: {
      body: { fontFeatureSettings: '"tnum"', WebkitTextSizeAdjust: '100%' },
      '*:focus-visible': {
        outline: '2px solid var(--kl-palette-primary-main)',
        outlineOffset: 2,
      },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          // Not merely short: that would make transitions where there are none.
          transition: 'none !important',
        },
      },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: { borderColor: 'var(--kl-palette-divider)', padding: '4px 8px' },
      head: {
        color: 'var(--kl-palette-text-secondary)',
        fontSize: '0.75rem',
        fontWeight: 400,
        lineHeight: 1.4,
      },
    },
  },
  MuiToggleButton: { styleOverrides: { root: { minHeight: 36, paddingInline: 12 } } },
  MuiPaper: { defaultProps: { elevation: 0 } },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      // MUI's own sign is the ripple.
      root: {
        '&.Mui-focusVisible': {
          outline: '2px solid var(--kl-palette-primary-main)',
          outlineOffset: 2,
        },
      },
    },
  },
  MuiLink: { defaultProps: { underline: 'hover' } },
}
