context.shop.after(5)
