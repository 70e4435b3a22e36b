import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { factQuery } from '../api/fact-query.ts'
import { useUnits } from '../settings/units.tsx'
import { textInUnits } from './text-in-units.ts'

/** Each is a request of its own: as many as one looks at. */
const atOnce = 6

type OperandsProps = {
  readonly factIds: readonly string[]
  readonly onOpen: (factId: string) => void
}

/** What a fact was computed from: each opens in its place. */
export function Operands({ factIds, onOpen }: OperandsProps) {
  const [shown, setShown] = useState(atOnce)
  const rest = factIds.length - shown
  return (
    <div>
      <Typography variant="h3">
        Computed from {factIds.length === 1 ? 'one fact' : `${factIds.length} facts`}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1 }}>
        {factIds.slice(0, shown).map((factId) => (
          <Box component="li" key={factId} sx={{ borderTop: 1, borderColor: 'divider' }}>
            <Operand factId={factId} onOpen={onOpen} />
          </Box>
        ))}
      </Box>
      {rest > 0 ? (
        <Button size="small" onClick={() => setShown(shown + 4 * atOnce)} sx={{ minHeight: 44 }}>
          {rest > 4 * atOnce ? `${4 * atOnce} of ${rest} more` : `${rest} more`}
        </Button>
      ) : null}
    </div>
  )
}

type OperandProps = { readonly factId: string; readonly onOpen: (factId: string) => void }

function Operand({ factId, onOpen }: OperandProps) {
  const { units } = useUnits()
  const { data, error } = useQuery(factQuery(factId))
  return (
    <ButtonBase
      onClick={() => onOpen(factId)}
      {...(data === undefined && error === null && { 'aria-label': 'A fact, loading' })}
      sx={{
        width: '100%',
        minHeight: 44,
        gap: 3,
        justifyContent: 'space-between',
        textAlign: 'left',
        typography: 'body2',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {data?.fact.label ?? (error ? factId : <Skeleton width={200} />)}
      </Box>
      <Box
        component="span"
        sx={{ fontWeight: 'fontWeightBold', color: 'primary.main', whiteSpace: 'nowrap' }}
      >
        {data ? (
          textInUnits(data.fact.text, factId, units)
        ) : error ? (
          'not loaded'
        ) : (
          <Skeleton width={56} />
        )}
      </Box>
    </ButtonBase>
  )
}
