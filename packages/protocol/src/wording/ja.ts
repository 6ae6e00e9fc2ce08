import type { Language } from './language.ts'

export const ja: Language = {
  texts: {
    card: 'ご意見',
    close: '閉じる',
    point: '{highest}段階中{score}',
    stars: { other: '星{n}つ' },
    thumbsUp: '高評価',
    thumbsDown: '低評価',
    appeared: '{question} 回答するにはF6キーを押してください。',
    optional: '任意',
    send: '送信',
    next: '次へ',
    back: '変更',
    skip: 'スキップ',
    chooseAny: '複数選択できます',
    tab: 'ご意見',
  },
  thanks: 'ありがとうございます。すべての回答を拝見しています。',
  other: 'その他',
  links: ['サポートに問い合わせる', '詳しく伝える', 'レビューを書く'],
  kinds: {
    nps: {
      question: '{name}を友人や同僚にすすめる可能性はどのくらいありますか？',
      ends: ['まったくない', '非常に高い'],
      followUp: ['どこを改善すべきでしょうか？', '何があれば10点になりますか？', '一番気に入っている点は何ですか？'],
    },
    csat: {
      question: '{name}のご利用はいかがでしたか？',
      ends: ['とても悪い', 'とても良い'],
      followUp: ['何がうまくいきませんでしたか？', 'どうすればもっと良くなりましたか？', '一番良かった点は何ですか？'],
    },
    ces: {
      question: 'ご用件は簡単に済みましたか？',
      ends: ['とても難しい', 'とても簡単'],
      followUp: ['何が難しかったですか？', '何があればもっと簡単でしたか？', '何が簡単でしたか？'],
    },
    emoji: {
      question: '今のお気持ちは？',
      ends: ['とても悪い', 'とても良い'],
      followUp: ['何が気になりましたか？', 'どうすればもっと良くなりますか？', '何が嬉しかったですか？'],
    },
    thumbs: {
      question: 'お役に立ちましたか？',
      ends: ['いいえ', 'はい'],
      followUp: ['何が足りませんでしたか？', '何が足りませんでしたか？', '一番役に立ったのは何ですか？'],
    },
    stars: {
      question: '{name}に星をいくつ付けますか？',
      ends: ['とても悪い', '素晴らしい'],
      followUp: ['何がうまくいきませんでしたか？', '何があれば星5つになりますか？', '一番良かった点は何ですか？'],
    },
    choice: { question: '今日はどのようなご用件ですか？', followUp: '他に伝えたいことはありますか？' },
    text: { question: '{name}のどこを変えてほしいですか？' },
  },
}
