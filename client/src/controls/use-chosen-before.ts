import { useEffect, useEffectEvent, useRef } from 'react'

/**
 * For a list that the service has drawn: what was chosen in it before the scripts took over counts like any
 * other choice. The list must not be filled in by the browser (`autoComplete: 'off'`), or that would count too.
 */
export function useChosenBefore(value: string, onChoose: (value: string) => void) {
  const select = useRef<HTMLSelectElement>(null)
  const takeOver = useEffectEvent(() => {
    const shown = select.current
    if (shown === null || shown.value === value) return
    // A value without an option shows another one: nobody has chosen that.
    if ([...shown.options].some((option) => option.value === value)) onChoose(shown.value)
  })
  useEffect(() => takeOver(), [])
  return select
}
