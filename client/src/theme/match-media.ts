import type { Device } from '#core/protocol/drawn-page.ts'

/** About as wide as they are: a view that is drawn before its browser is asked differs at these widths alone. */
const widthPx = { phone: 390, desk: 1440 } as const

/** What a browser on the device would probably say of a media query; of anything but widths, no. */
export function matchMediaOf(device: Device) {
  return (query: string) => {
    const limits = [...query.matchAll(/\((min|max)-width: ?([\d.]+)px\)/g)]
    const isWithin = limits.every(([, side, limit]) =>
      side === 'min' ? widthPx[device] >= Number(limit) : widthPx[device] <= Number(limit),
    )
    return { matches: limits.length > 0 && isWithin }
  }
}
