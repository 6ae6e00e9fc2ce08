export { Alert, AlertedChange, AlertReport, AlertState, BeforeAfter, ReleaseReport, ScoreChange } from './alert.ts'
export { AskRate, AskReason } from './ask-rate.ts'
export { Breakdown, Change, Comparison, Dimension, Group, GroupScore, SeriesInterval, SeriesStep } from './breakdown.ts'
export { CardTexts } from './card-texts.ts'
export * from './constants.ts'
export { DeadLetter, DeadLetterPage, ReplayResult } from './dead-letter.ts'
export { DEFAULT_STAGES } from './default-stages.ts'
export { DEFAULT_LOCALES, toCardTexts, toPrompt, type Voice } from './default-wording.ts'
export { dropDefaults } from './drop-defaults.ts'
export { InstallReport, InstallSign } from './install-report.ts'
export {
  Association,
  AudienceReport,
  Balance,
  Estimate,
  FixFirst,
  FixFirstItem,
  Funnel,
  FunnelStep,
  Gap,
  Journey,
  JourneyStage,
  JourneyTouchpoint,
  ToldShare,
  Trend,
} from './journey.ts'
export {
  FormerKey,
  JourneyDefinition,
  Stage,
  Touchpoint,
  toTouchpointFinder,
  toTouchpointHeirs,
  toTouchpointNames,
} from './journey-definition.ts'
export {
  Audience,
  Channel,
  Environment,
  Flag,
  isScaleOf,
  Key,
  Kind,
  Lane,
  Locale,
  LocalizedText,
  Mode,
  Phase,
  Position,
  PromptState,
  QuarantineReason,
  Reason,
  toScaleSteps,
  Verdict,
  Wave,
} from './kind.ts'
export {
  MarkedResponses,
  MarkStatus,
  Marks,
  MarksBatch,
  MarksChange,
  Note,
  NoteDefinition,
  Tag,
  TagList,
} from './marks.ts'
export { InvitedMember, Member, MemberDefinition, MemberLinkDefinition, MemberList, Role } from './member.ts'
export type { ColourChange, PreviewOrder, PreviewReply, PreviewView } from './preview.ts'
export { PROBLEMS, Problem, type ProblemCode, toProblemType } from './problem.ts'
export { Frequency, Prompt, PromptDefinition, PromptRules, PromptTriggers, PromptVersionList, PromptWording } from './prompt.ts'
export { Release, ReleaseDefinition, ReleaseList } from './release.ts'
export { LiveFrame, Report, StageReport, Tally, TouchpointReport } from './report.ts'
export {
  BatchResult,
  ExportedResponse,
  ImportBatch,
  InboxPage,
  InboxResponse,
  parseReach,
  ReachCount,
  ReachOutcome,
  Respondent,
  Response,
  ResponseBatch,
  ResponseId,
  ResponsePage,
  ResponseResult,
  ResponseSource,
  ResponseState,
  StoredResponse,
  VerdictBatch,
} from './response.ts'
export { StoredResponseId, StretchEnd } from './response-id.ts'
export { ClassRetention, RecommendationClass, Retention, RetentionCohort } from './retention.ts'
export { Formula, Score } from './score.ts'
export { Emotion, Sentiment } from './sentiment.ts'
export {
  CreatedShare,
  OpenedShare,
  Share,
  ShareDefinition,
  SharedComment,
  SharedComments,
  SharedView,
  ShareFilter,
  ShareList,
  ShareOpening,
  ShareRange,
  ShareTerms,
} from './share.ts'
export { Look, Site, SiteDefinition, type SiteDefinitionInput, SitePrompt, SitePrompts, WordingPack } from './site.ts'
export { TallyCheck, TallyCheckOrder, TallyDifference, TallyMove } from './tally-check.ts'
export { Theme, ThemesReport, TouchpointFeeling } from './themes.ts'
export {
  CreatedToken,
  Scope,
  Session,
  SignIn,
  SignInLink,
  SignInLinkDefinition,
  Token,
  TokenDefinition,
  TokenList,
} from './token.ts'
export { UnmappedName, UnmappedNames } from './unmapped.ts'
