import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { grouped } from '#core/domain/fact-text.ts'
import { Card } from '../shell/card.tsx'

type CountedBarsProps = {
  readonly title: string
  readonly items: readonly { readonly name: string; readonly n: number }[]
  readonly empty: string
}

const most = 12

/** How often what was: a list whose bars are as long as its counts. */
export function CountedBars({ title, items, empty }: CountedBarsProps) {
  const largest = Math.max(1, ...items.map(({ n }) => n))
  const rest = items.length - most
  return (
    <Card title={title}>
      {items.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {empty}
        </Typography>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {items.slice(0, most).map(({ name, n }) => (
          <Box component="li" key={name} sx={{ py: 0.75 }}>
            <Box sx={{ display: 'flex', gap: 2 }}>
              <Typography variant="body2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
                {name}
              </Typography>
              <Typography variant="body2">{grouped(n)}</Typography>
            </Box>
            <Box
              aria-hidden
              sx={{ height: 4, bgcolor: 'text.secondary', width: `${(100 * n) / largest}%` }}
            />
          </Box>
        ))}
      </Box>
      {rest > 0 ? (
        <Typography variant="caption" color="textSecondary">
          and {grouped(rest)} more
        </Typography>
      ) : null}
    </Card>
  )
}
