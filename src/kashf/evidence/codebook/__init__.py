"""A question put to a drawn sample of documents: how far two coders agree, what nothing found means, the earliest sure date."""
