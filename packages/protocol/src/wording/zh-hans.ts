import type { Language } from './language.ts'

export const zhHans: Language = {
  texts: {
    card: '您的意见',
    close: '关闭',
    point: '{score} 分（满分 {highest} 分）',
    stars: { other: '{n} 颗星' },
    thumbsUp: '赞',
    thumbsDown: '踩',
    appeared: '{question} 按 F6 键回答。',
    optional: '选填',
    send: '发送',
    next: '下一步',
    back: '修改',
    skip: '跳过',
    chooseAny: '可多选',
    tab: '意见反馈',
  },
  thanks: '谢谢！我们会阅读每一条回答。',
  other: '其他',
  links: ['获取帮助', '告诉我们更多', '写评价'],
  kinds: {
    nps: {
      question: '您有多大可能将 {name} 推荐给朋友或同事？',
      ends: ['完全不可能', '极有可能'],
      followUp: ['我们应该改进什么？', '怎样才能得到 10 分？', '您最喜欢哪一点？'],
    },
    csat: {
      question: '您对 {name} 的体验如何？',
      ends: ['非常差', '非常好'],
      followUp: ['哪里出了问题？', '哪里可以做得更好？', '您最喜欢哪一点？'],
    },
    ces: {
      question: '完成您想做的事容易吗？',
      ends: ['非常困难', '非常容易'],
      followUp: ['哪里让您觉得困难？', '怎样会更容易？', '哪里让您觉得容易？'],
    },
    emoji: {
      question: '您现在感觉如何？',
      ends: ['非常差', '非常好'],
      followUp: ['什么让您不满意？', '怎样会更好？', '什么让您开心？'],
    },
    thumbs: {
      question: '这对您有帮助吗？',
      ends: ['没有', '有'],
      followUp: ['还缺少什么？', '还缺少什么？', '什么最有帮助？'],
    },
    stars: {
      question: '您会给 {name} 几颗星？',
      ends: ['非常差', '非常棒'],
      followUp: ['哪里出了问题？', '怎样才能得到五颗星？', '您最喜欢哪一点？'],
    },
    choice: { question: '您今天为何而来？', followUp: '您还想补充什么吗？' },
    text: { question: '您希望 {name} 做出哪些改变？' },
  },
}
