import Box from '@mui/material/Box'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Fact } from '#core/domain/fact.ts'
import { isLit } from '../screen/lit.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { tappedNear } from '../screen/use-near-taps.ts'
import { useUnits } from '../settings/units.tsx'
import { spotOfFact } from './spot-of-fact.ts'
import { textInUnits } from './text-in-units.ts'

const FactPanel = lazy(async () => ({ default: (await import('./fact-panel.tsx')).FactPanel }))

type FactLinkProps = {
  readonly factId: string
  /** As the sentence says it: "0.55 s". */
  readonly text: string
  /** Where it is known already; else it is fetched when it is opened. */
  readonly fact?: Fact | undefined
}

/** A number of a sentence: it opens its fact, and lights the same lap or section in the view. */
export function FactLink({ factId, text, fact }: FactLinkProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { units } = useUnits()
  const { spot, shine } = useSpotlight()
  const own = useMemo(() => spotOfFact(factId, text), [factId, text])
  const light = () => shine(own)
  const dim = () => shine(undefined)
  return (
    <>
      <Box
        component="button"
        type="button"
        {...tappedNear}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        onPointerEnter={light}
        onPointerLeave={dim}
        onFocus={light}
        onBlur={dim}
        sx={[
          look,
          { whiteSpace: text.length <= longestUnbroken ? 'nowrap' : 'normal' },
          isLit(own, spot) && { bgcolor: 'action.hover' },
        ]}
      >
        {textInUnits(text, factId, units)}
      </Box>
      {anchor === null ? null : (
        <Suspense fallback={null}>
          <FactPanel
            factId={factId}
            fact={fact}
            anchor={anchor}
            onClose={() => {
              setAnchor(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** A number keeps its unit beside it; the name of a sub-section may break. */
const longestUnbroken = 12

const look = {
  display: 'inline',
  p: 0,
  m: 0,
  border: 0,
  borderBottom: '1px dotted',
  borderColor: 'primary.main',
  borderRadius: 0,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  fontFeatureSettings: 'inherit',
  fontWeight: 'fontWeightBold',
  textAlign: 'inherit',
  cursor: 'pointer',
  '&:hover': { color: 'primary.main', bgcolor: 'action.hover' },
} as const
