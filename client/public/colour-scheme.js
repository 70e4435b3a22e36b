// Before the first paint, so that nobody sees the other scheme flash by; the keys are those of MUI's theme provider.
;(function () {
  try {
    var mode = localStorage.getItem('mui-mode') || 'system'
    var isDark =
      mode === 'dark' || (mode === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    document.documentElement.setAttribute('data-scheme', isDark ? 'dark' : 'light')
  } catch (_) {
    // Storage may be forbidden: the light scheme stands.
  }
})()
