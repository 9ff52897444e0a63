/** The sections of a sheet with one fact, and a question that it answers with some doubt. */
export const FERRY_FARES = `## harbour-mayor-on-fares
> We will not raise the ferry fares this year

- kind: quote
- said by: Rosa Quill, mayor of Exampleton
- asked as: What did the mayor say about ferry fares?
`;

export const FARES_QUESTION = 'Will the mayor raise the ferry fares?';
