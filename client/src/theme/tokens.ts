/** The colours of both schemes: no colour is written anywhere else. Text has at least 4.5 : 1 on both grounds. */
export const tokens = {
  light: {
    paper: '#F7F7F5',
    surface: '#FFFFFF',
    ink: '#15171C',
    secondInk: '#565C67',
    line: '#DCDFE4',
    hover: '#EFF1F3',
    accent: '#0B5FA5',
    loss: '#B23A12',
    gain: '#0B6E75',
    ownBest: '#14743A',
    fieldBest: '#7A2BC8',
    caution: '#8A5A00',
  },
  dark: {
    paper: '#0E1116',
    surface: '#161B22',
    ink: '#E9ECF1',
    secondInk: '#A3ABB8',
    line: '#2A313B',
    hover: '#1E252E',
    accent: '#6FB4F2',
    loss: '#FF8A5C',
    gain: '#4FD0D8',
    ownBest: '#5FD38A',
    fieldBest: '#C79BFF',
    caution: '#F0B44C',
  },
} as const
export type Scheme = keyof typeof tokens
