"""What points to one thing by signs alone: addresses of mail, accounts, telephones, places on the map, vehicles, numbers of papers."""
