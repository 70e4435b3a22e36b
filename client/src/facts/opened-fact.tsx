import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import type { Fact } from '#core/domain/fact.ts'
import { factQuery } from '../api/fact-query.ts'
import { useUnits } from '../settings/units.tsx'
import { Problem } from '../shell/problem.tsx'
import { CsvLine } from './csv-line.tsx'
import { Operands } from './operands.tsx'
import { textInUnits } from './text-in-units.ts'

type OpenedFactProps = {
  readonly factId: string
  readonly known: Fact | undefined
  readonly titleId: string
  readonly onOpen: (factId: string) => void
}

export function OpenedFact({ factId, known, titleId, onOpen }: OpenedFactProps) {
  // What was computed is whole as the chat sent it; what was read has its line with the service.
  const isWhole = known !== undefined && known.source === undefined
  const opened = useQuery({ ...factQuery(factId), enabled: !isWhole })
  const fact = opened.data?.fact ?? known
  if (fact === undefined)
    return opened.error === null ? (
      <Waiting titleId={titleId} />
    ) : (
      <Problem error={opened.error} onRetry={() => void opened.refetch()} />
    )
  return (
    <Stack spacing={3}>
      <Value fact={fact} titleId={titleId} />
      {opened.data?.line ? (
        <CsvLine line={opened.data.line} cell={opened.data.cell} />
      ) : fact.source === undefined ? null : opened.error === null ? (
        <Skeleton variant="rounded" height={88} />
      ) : (
        <Problem error={opened.error} onRetry={() => void opened.refetch()} />
      )}
      {fact.operands === undefined ? null : <Operands factIds={fact.operands} onOpen={onOpen} />}
      <Place fact={fact} />
    </Stack>
  )
}

function Value({ fact, titleId }: { readonly fact: Fact; readonly titleId: string }) {
  const { units } = useUnits()
  return (
    <div>
      <Typography id={titleId} variant="h2">
        {fact.label}
      </Typography>
      <Typography variant="subtitle1" component="p">
        {textInUnits(fact.text, fact.id, units)}
      </Typography>
      {fact.unit.startsWith('ms') && isRounded(fact.value) ? (
        <Typography variant="caption" component="p" color="textSecondary">
          {exactText(fact.value)} {fact.unit.replace('/lap', ' a lap')}, before rounding
        </Typography>
      ) : null}
    </div>
  )
}

/** A statistic with fractions of a millisecond, which are not shown elsewhere. */
function isRounded(value: Fact['value']): value is number {
  return typeof value === 'number' && !Number.isInteger(value)
}

/** As stored, to a ten-thousandth of a millisecond, with a true minus. */
function exactText(value: number): string {
  return String(Math.round(value * 10_000) / 10_000).replace('-', '−')
}

/** Which field of which document holds the value. */
function Place({ fact: { document, operands } }: { readonly fact: Fact }) {
  if (document === null)
    return (
      <Typography variant="caption" color="textSecondary">
        Computed for the answer from the {operands?.length === 1 ? 'fact' : 'facts'} above.
      </Typography>
    )
  const { collection, id, field } = document
  return (
    <div>
      <Typography variant="h3">Document</Typography>
      <Typography
        variant="caption"
        component="p"
        color="textSecondary"
        sx={{ overflowWrap: 'anywhere' }}
      >
        {collection} › {id} › {field}
      </Typography>
    </div>
  )
}

function Waiting({ titleId }: { readonly titleId: string }) {
  return (
    <Stack spacing={2} role="status">
      <Typography id={titleId} variant="h2">
        Opening the fact
      </Typography>
      <Skeleton variant="rounded" height={32} width={120} />
      <Skeleton variant="rounded" height={88} />
    </Stack>
  )
}
