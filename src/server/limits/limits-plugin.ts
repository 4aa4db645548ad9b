import type { ApolloServerPlugin } from '@apollo/server';
import type { Admission } from './admission.js';

/** Lets in what `admission` lets in, until its answer is made. */
export function limitsPlugin(admission: Admission): ApolloServerPlugin {
  return {
    requestDidStart() {
      let taken = 0;
      return Promise.resolve({
        didResolveOperation({ document, operation, request }) {
          if (operation) {
            taken = admission.admit({ document, operation, variables: request.variables });
          }
          return Promise.resolve();
        },
        willSendResponse() {
          admission.leave(taken);
          taken = 0;
          return Promise.resolve();
        },
      });
    },
  };
}
