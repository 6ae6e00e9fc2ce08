import type { Language } from './language.ts'

export const ptBr: Language = {
  texts: {
    card: 'Sua opinião',
    close: 'Fechar',
    point: '{score} de {highest}',
    stars: { one: '{n} estrela', many: '{n} de estrelas', other: '{n} estrelas' },
    thumbsUp: 'Polegar para cima',
    thumbsDown: 'Polegar para baixo',
    appeared: '{question} Pressione F6 para responder.',
    optional: 'Opcional',
    send: 'Enviar',
    next: 'Avançar',
    back: 'Alterar',
    skip: 'Pular',
    chooseAny: 'Você pode escolher várias',
    tab: 'Sua opinião',
  },
  thanks: 'Obrigado! Lemos todas as respostas.',
  other: 'Outra coisa',
  links: ['Pedir ajuda', 'Conte mais', 'Escrever uma avaliação'],
  kinds: {
    nps: {
      question: 'Qual é a probabilidade de você recomendar {name} a um amigo ou colega?',
      ends: ['Nada provável', 'Extremamente provável'],
      followUp: ['O que devemos melhorar?', 'O que faria disso um 10?', 'Do que você mais gosta?'],
    },
    csat: {
      question: 'Como foi sua experiência com {name}?',
      ends: ['Muito ruim', 'Muito boa'],
      followUp: ['O que deu errado?', 'O que poderia ter sido melhor?', 'Do que você mais gostou?'],
    },
    ces: {
      question: 'Foi fácil fazer o que você queria?',
      ends: ['Muito difícil', 'Muito fácil'],
      followUp: ['O que dificultou?', 'O que teria facilitado?', 'O que facilitou?'],
    },
    emoji: {
      question: 'Como você se sente agora?',
      ends: ['Muito mal', 'Muito bem'],
      followUp: ['O que incomodou você?', 'O que tornaria isso melhor?', 'O que fez você sorrir?'],
    },
    thumbs: {
      question: 'Isso ajudou você?',
      ends: ['Não', 'Sim'],
      followUp: ['O que faltou?', 'O que faltou?', 'O que mais ajudou?'],
    },
    stars: {
      question: 'Quantas estrelas você dá a {name}?',
      ends: ['Muito ruim', 'Excelente'],
      followUp: ['O que deu errado?', 'O que falta para cinco estrelas?', 'Do que você mais gostou?'],
    },
    choice: { question: 'O que traz você aqui hoje?', followUp: 'Quer acrescentar algo?' },
    text: { question: 'O que você mudaria em {name}?' },
  },
}
